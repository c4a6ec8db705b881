import path from 'node:path'
import { dayOf } from '@/lib/clock/known-time'
import { selectClasses } from '@/lib/disclosure/microdata/select-classes'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import type { Edition } from '@/lib/db/edition-row'
import { storeRemadeFile } from '@/lib/db/editions'
import { readParticipation } from '@/lib/db/participation'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'
import { editionFileSize, makeWorkFolder, placeEditionFile, removeWorkFolder } from './edition-files'
import type { Making } from './make-edition'
import { readIntoClasses } from './read-responses'
import { selectRecords } from './select-records'
import { writeEditionFile } from './write-edition-file'

/** A month of a day: `YYYY-MM` of `YYYY-MM-DD`. */
const monthOf = (day: string) => day.slice(0, 7)

/**
 * Whether the file of an edition is to be made again: at the start of the month after it was removed, so that a reader who has an
 * earlier file learns of all who left in a month together; or at once where this machine never had it.
 */
export function isFileDue(edition: Pick<Edition, 'fileRemovedOn'>, hasFile: boolean, today: string): boolean {
  if (edition.fileRemovedOn === null) return !hasFile
  return monthOf(edition.fileRemovedOn) < monthOf(today)
}

/**
 * Makes the file of an edition again, if that is due: of the responses that entered and are left, and nobody new. Equivalence
 * classes that have become too small, or alike in an answer, are left out; the published tables stay. Returns whether it was
 * made. Throws DatabaseError and what the disk throws.
 */
export async function remakeFile(making: Making, edition: Edition): Promise<boolean> {
  const { database, reading, settings, rules, words, publisher, now } = making
  const hasFile = editionFileSize(settings, edition) !== null
  if (!isFileDue(edition, hasFile, dayOf(now))) return false
  const folder = makeWorkFolder(settings)
  try {
    const from = path.join(folder, 'responses')
    const { responses, figures, deletionCount } = await readConsistently(reading, async (transaction) => ({
      responses: await readIntoClasses(transaction, { ...edition, scope: edition, path: from }),
      figures: (await loadWaveFigures(transaction, edition.waveId)).figures,
      deletionCount: (await readParticipation(transaction, edition.waveId)).deletionCount,
    }))
    const selected = selectClasses(responses.entered, new Map(), edition.smallestGroup)
    const records = path.join(folder, 'records')
    const { count } = selectRecords({ from, to: records, folder }, selected, edition.scheme, figures)
    const part = path.join(folder, 'file.zip')
    const { licence } = rules
    await writeEditionFile(part, {
      edition,
      records,
      recordCount: count,
      selected,
      licence,
      publisher,
      words,
      settings,
    })
    if (!(await storeRemadeFile(database, edition, deletionCount, making))) return false
    placeEditionFile(settings, edition, part)
    return true
  } finally {
    removeWorkFolder(folder)
  }
}
