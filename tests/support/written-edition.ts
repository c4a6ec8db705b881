import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { bundle } from '@/lib/export/bundle'
import { bundleParts, type BundleContent } from '@/lib/export/edition-bundle'
import { bundleName } from '@/lib/export/edition-file'
import { editionOf, exportWords, inBatches, someRecords, wholeBytes } from './edition'
import { someTables } from './edition-tables'

export const records = someRecords(1200)
export const file = editionOf(records.length)

/** What the bundle of these records is made of. */
export const content: BundleContent = {
  file,
  records: () => inBatches(records),
  classes: { count: 40, smallest: 12 },
  tables: someTables,
  words: exportWords,
}

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'miroir-edition-'))

/** The files of an edition in a new folder, without their checksums. */
export function writtenFiles(): string {
  const folder = newFolder()
  for (const part of bundleParts(content)) {
    writeFileSync(path.join(folder, part.name), wholeBytes(part.content()))
  }
  return folder
}

/** The same in a zip file, in a new folder: the path of the file. */
export async function writtenBundle(): Promise<string> {
  const target = path.join(newFolder(), 'edition.zip')
  await pipeline(bundle(bundleName(file), bundleParts(content), file.madeOn), createWriteStream(target))
  return target
}
