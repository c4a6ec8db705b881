import type { Answers } from '@/lib/instrument/answers'
import {
  addTo,
  classNumberOf,
  classNumbers,
  recordOf,
  regroup,
  type RecordClasses,
  type Writable,
} from './record-classes'

/** Records by what they tell of the quasi-identifiers when nothing is coarsened. */
export interface RecordTable {
  readonly records: number
  /** What earlier releases told of records, see `createTeller`: of the first ones nothing. */
  readonly told: readonly string[]
  /** The numbers of classes of which the same was told follow each other, `classNumbers` for each entry of `told`. */
  readonly classes: RecordClasses
}

/** Counts records one after the other, and keeps their classes only. */
export interface RecordTally {
  /**
   * Counts one person's valid answers; `told` is what earlier releases told of them, nothing where there are none. Returns the
   * number of their class among the table's.
   */
  readonly add: (answers: Answers, told?: string) => number
  /** What was counted so far. What is added later does not change it. */
  readonly table: () => RecordTable
}

/** What was told of a record that was in no release. */
export const toldNothing = ''

/**
 * A tally at zero. It grows with the number of classes, 3 x 6^6 = 139,968 at most for each way in which earlier releases told
 * records apart, and not with the number of records.
 */
export function createRecordTally(): RecordTally {
  const classes = new Map<number, Writable>()
  const indexOf = new Map([[toldNothing, 0]])
  let records = 0
  return {
    add: (answers, told = toldNothing) => {
      const index = indexOf.get(told) ?? indexOf.size
      indexOf.set(told, index)
      const number = classNumberOf(answers)
      records += 1
      addTo(classes, index * classNumbers + number, recordOf(answers, number))
      return index * classNumbers + number
    },
    table: () => ({ records, told: [...indexOf.keys()], classes: regroup(classes, (number) => number) }),
  }
}

/** The table of different records taken together, as if all had been added to one tally. */
export function mergeTables(one: RecordTable, other: RecordTable): RecordTable {
  const told = [...new Set([...one.told, ...other.told])]
  const indexOf = new Map(told.map((text, index) => [text, index]))
  const classes = regroup(one.classes, (number) => number)
  for (const [number, records] of other.classes) {
    const index = indexOf.get(other.told[Math.floor(number / classNumbers)] ?? toldNothing) ?? 0
    addTo(classes, index * classNumbers + (number % classNumbers), records)
  }
  return { records: one.records + other.records, told, classes }
}
