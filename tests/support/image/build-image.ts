import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readStages, type Step } from './dockerfile'
import { make, placeIn, type Image } from './image'
import { makeRoot } from './small-root'
import { copyTree, insteadOf } from './take-made'

/** A step that says how programs are run changes the image, one that works on files changes these. */
type Follow = (image: Image, step: Step, sourceOf: (stage: string | null) => string) => Promise<Image> | Image

/** Copies files into a folder, and of folders what is in them. */
const copy: Follow = (image, { text, from }, sourceOf) => {
  const places = text.split(/\s+/)
  const target = placeIn(image, places.pop() ?? '')
  mkdirSync(target, { recursive: true })
  for (const place of places) {
    const source = path.join(sourceOf(from), place)
    copyTree(statSync(source).isFile() ? source : `${source}/.`, target)
  }
  return image
}

const run: Follow = async (image, { text }) => {
  for (const command of text.split(' && ')) {
    const instead = insteadOf(command)
    await (instead === null ? make(image, command) : instead(image))
  }
  return image
}

/** The builder is told no public address, as where nobody has one yet. */
const withoutArguments = (text: string) => text.replaceAll(/\$\{\w+\}/g, '')

const setVariables: Follow = (image, { variables }) => {
  const own = Object.entries(variables).map(([name, text]) => [name, withoutArguments(text)])
  return { ...image, variables: { ...image.variables, ...Object.fromEntries(own) } }
}

const enterFolder: Follow = (image, { text }) => {
  const workFolder = path.posix.resolve(image.workFolder, text)
  mkdirSync(placeIn(image, text), { recursive: true })
  return { ...image, workFolder }
}

const follow: Readonly<Record<string, Follow>> = {
  ARG: (image) => image,
  EXPOSE: (image) => image,
  WORKDIR: enterFolder,
  ENV: setVariables,
  COPY: copy,
  RUN: run,
  USER: (image, { text }) => ({ ...image, user: text }),
  VOLUME: (image, { text }) => ({ ...image, volumes: text.split(/\s+/) }),
  HEALTHCHECK: (image, { text }) => ({
    ...image,
    healthCheck: JSON.parse(text.replace(/^CMD /, '')) as string[],
  }),
  CMD: (image, { text }) => ({ ...image, command: JSON.parse(text) as string[] }),
}

/** Does what a Dockerfile says, stage by stage, with folders under `folder` in the place of images. Returns the last one. */
export async function buildImage(dockerfile: string, context: string, folder: string): Promise<Image> {
  const rootOf = (stage: string | null) => path.join(folder, stage ?? 'last')
  let image: Image | null = null
  for (const { name, steps } of readStages(dockerfile)) {
    makeRoot(rootOf(name))
    image = {
      root: rootOf(name),
      workFolder: '/',
      user: 'root',
      volumes: [],
      variables: {},
      command: [],
      healthCheck: [],
    }
    for (const step of steps) {
      const next = follow[step.keyword]
      if (next === undefined) throw new Error(`The tests cannot follow ${step.keyword}.`)
      image = await next(image, step, (stage) => (stage === null ? context : rootOf(stage)))
    }
  }
  if (image === null) throw new Error('The Dockerfile has no stage.')
  return image
}
