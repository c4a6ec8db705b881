import { open } from 'node:fs/promises'
import { lastDayOf } from '@/lib/counts/week-days'
import type { Edition } from '@/lib/db/edition-row'
import type { SelectedClasses } from '@/lib/disclosure/microdata/select-classes'
import type { Settings } from '@/lib/env'
import { bundle } from '@/lib/export/bundle'
import { bundleParts } from '@/lib/export/edition-bundle'
import { bundleName, fileShape, type EditionFile } from '@/lib/export/edition-file'
import { takeNativeChecksums } from '@/lib/export/native-checksums'
import type { ExportWords } from '@/lib/export/words'
import { readRecords } from '@/lib/records/record-file'

/** What a file is made of. */
export interface FileContent {
  readonly edition: Edition
  /** File of the released records. */
  readonly records: string
  readonly recordCount: number
  readonly selected: SelectedClasses
  readonly licence: EditionFile['licence']
  readonly publisher: EditionFile['publisher']
  readonly words: ExportWords
  readonly settings: Pick<Settings, 'publicUrl'>
}

function aboutFile({ edition, recordCount, licence, publisher, settings }: FileContent): EditionFile {
  return {
    waveId: edition.waveId,
    editionId: edition.id,
    isDemo: edition.isDemo,
    instrumentVersion: edition.instrumentVersion,
    madeOn: edition.madeOn,
    responsesUntil: lastDayOf(edition.lastWeek),
    smallestGroup: edition.smallestGroup,
    scheme: edition.scheme,
    recordCount,
    leftOut: edition.waitingCount,
    licence,
    publisher,
    url: settings.publicUrl ?? null,
  }
}

/** Writes the file of an edition to `path`. What it throws leaves a part of a file. Throws what the disk throws. */
export async function writeEditionFile(path: string, content: FileContent): Promise<void> {
  takeNativeChecksums()
  const { edition, records, selected, words } = content
  const file = aboutFile(content)
  const sizes = [...selected.inFile.values()]
  const parts = bundleParts({
    file,
    records: () => readRecords(records, fileShape(file.scheme).layout.size),
    classes: { count: sizes.length, smallest: sizes.length === 0 ? 0 : Math.min(...sizes) },
    tables: edition.tables,
    words,
  })
  const target = await open(path, 'w', 0o600)
  try {
    for await (const bytes of bundle(bundleName(file), parts, edition.madeOn)) await target.writeFile(bytes)
    await target.sync()
  } finally {
    await target.close()
  }
}
