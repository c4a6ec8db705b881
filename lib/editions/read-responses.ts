import { setImmediate } from 'node:timers/promises'
import type { Reading } from '@/lib/db/engine/read-consistently'
import { readResponses, type EditionScope } from '@/lib/db/edition-responses'
import { createClassTally, type Classes } from '@/lib/disclosure/microdata/class-tally'
import { createSchemeNumbers, schemeSize } from '@/lib/disclosure/microdata/class-numbers'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import { createRecordWriter } from '@/lib/records/record-file'
import { createVersionPackers } from './version-packers'
import { putWorkRecord, workRecordBytes } from './work-record'

/** What was read, but for the records themselves. */
export interface ReadResponses {
  /** Responses that were read. Of a version of the questionnaire that today's does not know, none is. */
  readonly count: number
  /** Equivalence classes of those that have entered an earlier edition, and of those that wait, by their numbers. */
  readonly entered: Classes
  readonly waiting: Classes
}

/** What is read. */
export interface ToRead {
  readonly scope: EditionScope
  /** ISO week: responses of this week and of earlier ones. */
  readonly lastWeek: string
  readonly scheme: Scheme
  /** The file into which work records are written, in the order of the random ids. */
  readonly path: string
}

/** Reads responses one after the other, and keeps of them in memory only their equivalence classes. Throws what the disk throws. */
export async function readIntoClasses(
  reading: Reading,
  { scope, lastWeek, scheme, path }: ToRead,
): Promise<ReadResponses> {
  const packers = createVersionPackers()
  const schemeNumberOf = createSchemeNumbers(scheme)
  const entered = createClassTally()
  const waiting = createClassTally()
  const record = new Uint8Array(workRecordBytes)
  const view = new DataView(record.buffer)
  const writer = createRecordWriter(path, workRecordBytes)
  let count = 0
  try {
    for await (const page of readResponses(reading, scope, lastWeek)) {
      for (const { id, instrumentVersion, answers, hasEntered } of page) {
        const packer = packers.of(instrumentVersion)
        if (packer === null || !packer.pack(answers, record, 0)) continue
        // Who knows when a person answered knows which questions that person was asked.
        const classNumber = packer.number * schemeSize(scheme) + schemeNumberOf(record, 0)
        putWorkRecord(view, 0, { classNumber, hasEntered, id })
        const tally = hasEntered ? entered : waiting
        tally.add(classNumber, record, 0)
        writer.add(record, 0)
        count += 1
      }
      await setImmediate()
    }
  } finally {
    writer.close()
  }
  return { count, entered: entered.classes(), waiting: waiting.classes() }
}
