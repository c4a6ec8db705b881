import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'

/** A file that is whole, and where it goes. */
export interface Replacement {
  readonly from: string
  readonly to: string
}

const beforeOf = (file: string) => `${file}.before`

/** Keeps what a file holds under another name. Returns what brings it back. */
function keep(file: string): () => void {
  rmSync(beforeOf(file), { force: true })
  if (!existsSync(file)) return () => rmSync(file, { force: true })
  linkSync(file, beforeOf(file))
  return () => renameSync(beforeOf(file), file)
}

/**
 * Takes files away and puts others in their places, in this order: all of it, or nothing where one cannot be done. Of a process that is
 * killed meanwhile, what was there stays beside, with `.before` at its end. Throws what the disk throws.
 */
export function replaceFiles(gone: readonly string[], ready: readonly Replacement[]): void {
  const undo: (() => void)[] = []
  try {
    for (const file of gone) {
      undo.push(keep(file))
      rmSync(file, { force: true })
    }
    for (const { from, to } of ready) {
      undo.push(keep(to))
      renameSync(from, to)
    }
  } catch (error) {
    for (const each of undo.toReversed()) each()
    throw error
  } finally {
    for (const file of [...gone, ...ready.map(({ to }) => to)]) rmSync(beforeOf(file), { force: true })
  }
}
