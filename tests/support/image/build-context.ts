import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ignore from '@balena/dockerignore'

const project = process.cwd()

/** Says of a path in the project whether it is sent to who builds an image. */
export function readSent(): (file: string) => boolean {
  return ignore()
    .add(readFileSync(path.join(project, '.dockerignore'), 'utf8'))
    .createFilter()
}

/** Copies what is sent to who builds an image. */
export function copyContext(folder: string): void {
  const isSent = readSent()
  const filter = (file: string) => file === project || isSent(path.relative(project, file))
  cpSync(project, folder, { recursive: true, filter })
}
