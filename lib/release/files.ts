import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/lib/env'

/** How long a file is kept for its download after it was asked for, in milliseconds: a day. */
export const keptMs = 24 * 60 * 60 * 1000

type DataFolder = Pick<Settings, 'dataDir'>

/** Where files of releases are kept; readable by the site's own user only. */
function folderOf({ dataDir }: DataFolder): string {
  return path.join(dataDir, 'releases')
}

/** The bundle of a release, once it is whole. */
export function bundlePath(settings: DataFolder, id: string): string {
  return path.join(folderOf(settings), `${id}.zip`)
}

/** A new folder for what a preparation puts down on its way. Throws what the disk throws. */
export function makeWorkFolder(settings: DataFolder, id: string): string {
  const folder = path.join(folderOf(settings), `${id}.part`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Removes what a preparation put down. Throws what the disk throws. */
export function removeWorkFolder(settings: DataFolder, id: string): void {
  rmSync(path.join(folderOf(settings), `${id}.part`), { recursive: true, force: true })
}

/** Removes the bundle of a release. Throws what the disk throws. */
export function removeBundle(settings: DataFolder, id: string): void {
  rmSync(bundlePath(settings, id), { force: true })
}

/** The size of a release's bundle in bytes; null where it is no longer kept. */
export function sizeOfBundle(settings: DataFolder, id: string): number | null {
  return statSync(bundlePath(settings, id), { throwIfNoEntry: false })?.size ?? null
}

/** Removes everything but what is kept: bundles, and folders of preparations, by the ids of their releases. */
export function removeAllBut(settings: DataFolder, kept: ReadonlySet<string>): number {
  const folder = folderOf(settings)
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0
  const gone = readdirSync(folder).filter((name) => !kept.has(path.parse(name).name))
  for (const name of gone) rmSync(path.join(folder, name), { recursive: true, force: true })
  return gone.length
}
