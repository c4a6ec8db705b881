import { createTeller } from '@/lib/anonymisation/earlier-releases'
import { createRecordTally, type RecordTable } from '@/lib/anonymisation/record-tally'
import type { Reading } from '@/lib/db/engine/read-consistently'
import { readResponses, type ReleaseScope } from '@/lib/db/release-responses'
import { packedSize } from '@/lib/records/packed-answers'
import type { Progress } from './progress'
import { createRecordReader } from './read-record'
import { createRecordWriter } from '@/lib/records/record-file'
import type { DeliveredPlan } from './earlier-plans'

/** A record on its way: packed answers, and after them the number of its class, a 64-bit float. */
export const workRecordBytes = packedSize + 8

/** The number of the class of each of these records, by where it begins. */
export function classNumbersIn(records: Uint8Array): (offset: number) => number {
  const view = new DataView(records.buffer, records.byteOffset, records.length)
  return (offset) => view.getFloat64(offset + packedSize)
}

/** Which responses to read, and what is told of them already. */
export interface ReadRequest {
  readonly scope: ReleaseScope
  /** The last ISO week. */
  readonly cutOffWeek: string
  /** In their order. */
  readonly earlier: readonly DeliveredPlan[]
  /** Where the records go: `workRecordBytes` each. */
  readonly path: string
}

/**
 * Reads each response once: writes its record to a file, and counts its class. Memory holds a page of responses and the
 * classes, whatever their number. Stops where `signal` is aborted, with its reason.
 * Throws DatabaseError, what the disk throws, and an Error where stored answers are not valid.
 */
export async function readRecordTable(
  reading: Reading,
  { scope, cutOffWeek, earlier, path }: ReadRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<RecordTable> {
  const tally = createRecordTally()
  const tell = createTeller(earlier)
  const read = createRecordReader()
  const packed = new Uint8Array(workRecordBytes)
  const view = new DataView(packed.buffer)
  const writer = createRecordWriter(path, workRecordBytes)
  try {
    for await (const page of readResponses(reading, scope, cutOffWeek)) {
      signal.throwIfAborted()
      for (const { answers, week } of page) {
        const own = read(answers, packed)
        if (!own) throw new Error('a response has answers that the catalogue does not know')
        view.setFloat64(packedSize, tally.add(own.number, own.record, tell(own.number, week)))
        writer.add(packed, 0)
      }
      progress.add(page.length)
    }
  } finally {
    writer.close()
  }
  return tally.table()
}
