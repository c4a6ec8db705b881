import { Copy, DockerfileParser, Env, From, type Instruction } from 'dockerfile-ast'

/** One instruction of a Dockerfile. */
export interface Step {
  /** `COPY`, for example. */
  readonly keyword: string
  /** What follows, in one line, without flags. */
  readonly text: string
  /** The stage that a copy is from; null: from what is sent to the builder. */
  readonly from: string | null
  /** The variables that it sets. */
  readonly variables: Readonly<Record<string, string>>
}

/** A stage, with the steps of the stages that it goes on from before its own. */
export interface Stage {
  readonly name: string | null
  /** The image from outside that it goes on from. */
  readonly image: string
  readonly steps: readonly Step[]
}

function fromOf(instruction: Instruction): string | null {
  if (!(instruction instanceof Copy)) return null
  const flag = instruction.getFlags().find((each) => each.getName() === 'from')
  return flag?.getValue() ?? null
}

function variablesOf(instruction: Instruction): Readonly<Record<string, string>> {
  if (!(instruction instanceof Env)) return {}
  return Object.fromEntries(
    instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? '']),
  )
}

/** The stages of a Dockerfile, the last of which becomes the image. */
export function readStages(dockerfile: string): readonly Stage[] {
  const stages: Stage[] = []
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction instanceof From) {
      const image = instruction.getImage() ?? ''
      const parent = stages.find(({ name }) => name === image)
      stages.push({
        name: instruction.getBuildStage(),
        image: parent?.image ?? image,
        steps: parent?.steps ?? [],
      })
      continue
    }
    const stage = stages.pop()
    if (stage === undefined) continue
    const step: Step = {
      keyword: instruction.getKeyword(),
      text: instruction.getArgumentsContent() ?? '',
      from: fromOf(instruction),
      variables: variablesOf(instruction),
    }
    stages.push({ ...stage, steps: [...stage.steps, step] })
  }
  return stages
}
