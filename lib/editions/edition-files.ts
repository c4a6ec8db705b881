import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/lib/env'
import { isRunning } from '@/lib/is-running'

type DataFolder = Pick<Settings, 'dataDir'>

/** Names an edition among those of all waves. */
interface EditionName {
  readonly waveId: string
  readonly id: string
}

/** Where the files of editions are stored; readable by the site's own user only. */
const folderOf = ({ dataDir }: DataFolder): string => path.join(dataDir, 'editions')

const nameOf = ({ waveId, id }: EditionName) => `${waveId}-${id}`

/** The file of an edition, once it is whole. */
export function editionFilePath(settings: DataFolder, edition: EditionName): string {
  return path.join(folderOf(settings), `${nameOf(edition)}.zip`)
}

/** A new folder for what is written on the way; of several processes, each has its own. Throws what the disk throws. */
export function makeWorkFolder(settings: DataFolder): string {
  const folder = path.join(folderOf(settings), `making-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Removes what was written on the way. Throws what the disk throws. */
export function removeWorkFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Puts a file that is whole in its place. Throws what the disk throws. */
export function placeEditionFile(settings: DataFolder, edition: EditionName, from: string): void {
  renameSync(from, editionFilePath(settings, edition))
}

/** The size of an edition's file in bytes; null where this machine does not have it. */
export function editionFileSize(settings: DataFolder, edition: EditionName): number | null {
  return statSync(editionFilePath(settings, edition), { throwIfNoEntry: false })?.size ?? null
}

/**
 * Removes every file but those of these editions, and what processes left that no longer run. Returns how many. Throws what
 * the disk throws.
 */
export function removeFilesBut(settings: DataFolder, editions: readonly EditionName[]): number {
  const folder = folderOf(settings)
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0
  const wanted = new Set(editions.map((edition) => `${nameOf(edition)}.zip`))
  const isWanted = (name: string) => {
    const processId = /^making-(\d+)$/.exec(name)?.[1]
    return processId === undefined ? wanted.has(name) : isRunning(Number(processId))
  }
  const gone = readdirSync(folder).filter((name) => !isWanted(name))
  for (const name of gone) rmSync(path.join(folder, name), { recursive: true, force: true })
  return gone.length
}
