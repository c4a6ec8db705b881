import {
  addTo,
  classNumbers,
  regroup,
  type RecordClass,
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
   * Counts a record by the number of its class (`classNumberOf`); `told` is what earlier releases told of it, nothing where there
   * are none. Returns the number of its class among the table's.
   */
  readonly add: (number: number, record: RecordClass, told?: string) => number
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
    add: (number, record, told = toldNothing) => {
      let index = indexOf.get(told)
      if (index === undefined) {
        index = indexOf.size
        indexOf.set(told, index)
      }
      records += record.count
      addTo(classes, index * classNumbers + number, record)
      return index * classNumbers + number
    },
    table: () => ({ records, told: [...indexOf.keys()], classes: regroup(classes, (number) => number) }),
  }
}
