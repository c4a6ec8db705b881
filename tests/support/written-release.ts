import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { bundle } from '@/lib/export/bundle'
import { releaseParts } from '@/lib/export/release-files'
import { exportWords, inBatches, releaseOf, someRecords, whole } from './release'

export const records = someRecords(1200)
export const release = releaseOf(records.length)

const parts = () => releaseParts(release, () => inBatches(records), { records: records.length }, exportWords)

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'miroir-release-'))

/** The files of a release in a new folder, without their checksums. */
export function writtenFiles(): string {
  const folder = newFolder()
  for (const { name, content } of parts()) {
    writeFileSync(path.join(folder, name), whole(content()))
  }
  return folder
}

/** The same in a zip file, in a new folder: the path of the file. `zip64From` is that of `bundle`. */
export async function writtenBundle(zip64From?: number): Promise<string> {
  const file = path.join(newFolder(), 'release.zip')
  await pipeline(bundle(parts(), release.cutOn, zip64From), createWriteStream(file))
  return file
}
