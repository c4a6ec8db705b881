import type { Answers } from '@/lib/instrument/answers'
import { addRecord, addTo, regroup, type RecordClasses, type Writable } from './record-classes'

/** Records by what they tell of the quasi-identifiers when nothing is coarsened. */
export interface RecordTable {
  readonly records: number
  readonly classes: RecordClasses
}

/** Counts records one after the other, and keeps their classes only. */
export interface RecordTally {
  /** Counts one person's valid answers. */
  readonly add: (answers: Answers) => void
  /** What was counted so far. What is added later does not change it. */
  readonly table: () => RecordTable
}

const copyOf = (classes: RecordClasses): Map<number, Writable> => regroup(classes, (number) => number)

/** A tally at zero. It grows with the number of classes, at most 3 x 6^6 = 139,968, not with the number of records. */
export function createRecordTally(): RecordTally {
  const classes = new Map<number, Writable>()
  let records = 0
  return {
    add: (answers) => {
      records += 1
      addRecord(classes, answers)
    },
    table: () => ({ records, classes: copyOf(classes) }),
  }
}

/** The table of different records taken together, as if all had been added to one tally. */
export function mergeTables(one: RecordTable, other: RecordTable): RecordTable {
  const classes = copyOf(one.classes)
  for (const [number, records] of other.classes) addTo(classes, number, records)
  return { records: one.records + other.records, classes }
}
