import { randomInt } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { RecordTable } from '@/lib/anonymisation/record-tally'
import type { ReleasePlan } from '@/lib/anonymisation/release-plan'
import { packedSize } from '@/lib/records/packed-answers'
import { createGeneraliser } from './generalise'
import type { Progress } from './progress'
import { classNumbersIn, workRecordBytes } from './read-responses'
import { readRecords } from '@/lib/records/record-file'
import { createShuffler } from '@/lib/records/shuffle'

/** The files of the way. */
export interface RecordFiles {
  /** What `readRecordTable` wrote. */
  readonly from: string
  /** Where the released records go, packed. */
  readonly to: string
  /** For what is put down between the two. */
  readonly folder: string
}

/**
 * Generalises the records of a plan, leaves out what it withholds, and writes the others in a random order, from a
 * cryptographic source. Stops where `signal` is aborted, with its reason. Throws what the disk throws.
 */
export async function generaliseFile(
  { from, to, folder }: RecordFiles,
  table: RecordTable,
  plan: ReleasePlan,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const generalise = createGeneraliser(plan, table)
  const shuffler = createShuffler(folder, packedSize, table.records, randomInt)
  for (const records of readRecords(from, workRecordBytes)) {
    const numberAt = classNumbersIn(records)
    for (let offset = 0; offset < records.length; offset += workRecordBytes) {
      if (generalise(records, offset, numberAt(offset))) shuffler.add(records, offset)
    }
    progress.add(records.length / workRecordBytes)
    // Reading waits for the disk: this lets what tells the progress, and what stops, have their turn.
    await setImmediate()
    signal.throwIfAborted()
  }
  shuffler.writeTo(to)
}
