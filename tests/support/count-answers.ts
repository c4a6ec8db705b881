import { classNumberOf, recordOf } from '@/lib/anonymisation/record-classes'
import { createRecordTally as createTally, type RecordTable } from '@/lib/anonymisation/record-tally'
import type { Answers } from '@/lib/instrument/answers'

/** A tally that is told answers: it adds the class of each person's, and returns its number among the table's. */
export function createRecordTally(): {
  readonly add: (answers: Answers, told?: string) => number
  readonly table: () => RecordTable
} {
  const tally = createTally()
  return {
    add: (answers, told) => {
      const number = classNumberOf(answers)
      return tally.add(number, recordOf(answers, number), told)
    },
    table: tally.table,
  }
}
