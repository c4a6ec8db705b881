import { fieldChanges, type FieldChange } from './field-changes'
import { isAccepted, recordsOf, type Line } from './lines/line'
import { figureKey, isCompared, type FigureRecord } from '@/lib/waves/figure-record'

/** A figure in a file or at present, and whether answers are compared with it or it is shown as context. */
export interface Side {
  readonly record: FigureRecord
  readonly isCompared: boolean
}

export interface Change extends Side {
  readonly before: FigureRecord
  readonly fields: readonly [FieldChange, ...FieldChange[]]
}

/** A file beside what is there. Every figure of the file and of the present state is in exactly one list. */
export interface Difference {
  readonly added: readonly Side[]
  readonly changed: readonly Change[]
  readonly unchanged: readonly Side[]
  /** There at present, and not in the file. */
  readonly gone: readonly Side[]
  /** There at present, and in a line of the file that is refused: nobody can say yet what becomes of them. */
  readonly unsettled: readonly Side[]
}

const sideOf = (record: FigureRecord): Side => ({ record, isCompared: isCompared(record) })

/** What a file would change in the present state, figure by figure. Pure: nothing is written to find it out. */
export function differenceOf(lines: readonly Line[], present: readonly FigureRecord[]): Difference {
  const byKey = new Map(present.map((record) => [figureKey(record), record]))
  const read = recordsOf(lines)
  const readKeys = new Set(read.map(figureKey))
  const refusedKeys = new Set(
    lines.flatMap((line) =>
      isAccepted(line) || line.code === null || line.population === null
        ? []
        : [figureKey({ code: line.code, population: line.population })],
    ),
  )
  const [added, changed, unchanged]: [Side[], Change[], Side[]] = [[], [], []]
  for (const record of read) {
    const before = byKey.get(figureKey(record))
    const [first, ...others] = before === undefined ? [] : fieldChanges(before, record)
    if (before === undefined) added.push(sideOf(record))
    else if (first === undefined) unchanged.push(sideOf(record))
    else changed.push({ ...sideOf(record), before, fields: [first, ...others] })
  }
  const absent = present.filter((record) => !readKeys.has(figureKey(record)))
  return {
    added,
    changed,
    unchanged,
    gone: absent.filter((record) => !refusedKeys.has(figureKey(record))).map(sideOf),
    unsettled: absent.filter((record) => refusedKeys.has(figureKey(record))).map(sideOf),
  }
}
