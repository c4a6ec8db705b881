import { randomInt } from 'node:crypto'
import type { Figure } from '@/lib/comparison/figures'
import type { ItemCounts } from '@/lib/counts/item-counts'
import { createItemTally } from '@/lib/counts/item-tally'
import type { SelectedClasses } from '@/lib/disclosure/microdata/select-classes'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import { readRecords } from '@/lib/records/record-file'
import { recordLayout } from '@/lib/disclosure/microdata/record-layout'
import { createRecordMaker } from '@/lib/disclosure/microdata/record-maker'
import { createShuffler } from '@/lib/records/shuffle'
import { classNumberAt, hasEnteredAt, idOfRecord, workRecordBytes } from './work-record'

/** The files of the way. */
export interface RecordFiles {
  /** What `readIntoClasses` wrote. */
  readonly from: string
  /** Where the released records go. */
  readonly to: string
  /** For what is put down between the two. */
  readonly folder: string
}

/** What the records of a file hold. */
export interface SelectedRecords {
  /** Exact numbers of those with an age band. */
  readonly counts: readonly ItemCounts[]
  readonly count: number
  /** Exact number of those without an age band. */
  readonly withoutAgeCount: number
}

/**
 * Makes the records of the selected classes, in a random order from a cryptographic source, and counts them. Throws what the
 * disk throws.
 */
export function selectRecords(
  { from, to, folder }: RecordFiles,
  { entering, inFile }: SelectedClasses,
  scheme: Scheme,
  figures: readonly Figure[],
): SelectedRecords {
  const layout = recordLayout(scheme)
  const makeRecord = createRecordMaker(layout)
  const expected = [...inFile.values()].reduce((sum, count) => sum + count, 0)
  const shuffler = createShuffler(folder, layout.size, expected, randomInt)
  const tally = createItemTally(figures)
  const record = new Uint8Array(layout.size)
  let count = 0
  for (const [records, offset, view] of workRecords(from)) {
    const number = classNumberAt(view, offset)
    if (!inFile.has(number) || !(hasEnteredAt(view, offset) || entering.has(number))) continue
    tally.add(records, offset)
    makeRecord(records, offset, record, 0)
    shuffler.add(record, 0)
    count += 1
  }
  shuffler.writeTo(to)
  return { counts: tally.counts(), count, withoutAgeCount: count - tally.count() }
}

/** The ids of the responses that enter. Throws what the disk throws. */
export function* enteringIds(from: string, { entering }: SelectedClasses): Generator<string> {
  for (const [, offset, view] of workRecords(from)) {
    if (!hasEnteredAt(view, offset) && entering.has(classNumberAt(view, offset)))
      yield idOfRecord(view, offset)
  }
}

function* workRecords(path: string): Generator<readonly [Uint8Array, number, DataView]> {
  for (const records of readRecords(path, workRecordBytes)) {
    const view = new DataView(records.buffer, records.byteOffset, records.byteLength)
    for (let offset = 0; offset < records.length; offset += workRecordBytes) yield [records, offset, view]
  }
}
