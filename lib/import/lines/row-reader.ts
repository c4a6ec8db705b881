import { readChoice } from '../cells/choice'
import type { Choice } from '../cells/choices.data'
import type { Reading } from '../cells/reading'
import type { Field } from '../header/fields.data'
import type { Column } from '../header/find-header'
import type { Layout } from '../header/layout'
import {
  notice,
  type NoticeValues,
  type Problem,
  type ProblemCode,
  type Warning,
  type WarningCode,
} from '../notices'
import { visible } from '../plain'
import { emptyCell, type Cell, type Row } from '../table/table'

/** Reads the cells of one row, and collects what there is to say of them, with the place of each. */
export interface RowReader {
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
  readonly has: (field: Field) => boolean
  readonly cell: (column: Column | undefined) => Cell
  /** The text of a field; null where there is none. */
  readonly text: (field: Field) => string | null
  /** What a cell is read as; null where it is empty or cannot be read, which is said. */
  readonly read: <Value>(column: Column | undefined, reader: (cell: Cell) => Reading<Value>) => Value | null
  /** One of a set of words. */
  readonly choose: <Id extends string>(field: Field, choice: Choice<Id>) => Id | null
  readonly refuse: (code: ProblemCode, values: NoticeValues, field: Field | Column) => void
  readonly warn: (code: WarningCode, values: NoticeValues, field: Field | Column) => void
}

export function rowReader({ line, cells }: Row, { fields }: Layout): RowReader {
  const problems: Problem[] = []
  const warnings: Warning[] = []
  const cell = (column: Column | undefined) =>
    column === undefined ? emptyCell : (cells[column.index] ?? emptyCell)

  function place(field: Field | Column) {
    const column = typeof field === 'string' ? fields.get(field) : field
    const name = typeof field === 'string' ? field : field.title
    return { line, column: column?.title || name, letter: column?.letter ?? null }
  }
  const refuse: RowReader['refuse'] = (code, values, field) => {
    problems.push(notice(code, values, place(field)))
  }
  const warn: RowReader['warn'] = (code, values, field) => {
    warnings.push(notice(code, values, place(field)))
  }

  /** The cell, unless it holds no content of its own: a formula, or what a formula failed with. */
  function usable(column: Column | undefined): Cell | null {
    const given = cell(column)
    if (column === undefined) return given
    const found = visible(given.text)
    if (given.kind === 'error' || /^#(?:[A-Z][A-Z0-9/]*[!?]|N\/A)$/i.test(found)) {
      refuse('errorValue', { found }, column)
      return null
    }
    if (given.kind === 'formula' || found.startsWith('=')) {
      refuse('formula', { found }, column)
      return null
    }
    if (given.isComputed) warn('computedCell', { found }, column)
    return given
  }

  const read: RowReader['read'] = (column, reader) => {
    const given = usable(column)
    if (given === null) return null
    const reading = reader(given)
    const where = column ?? 'value'
    if ('problem' in reading) {
      refuse(reading.problem.code, reading.problem.values, where)
      return null
    }
    for (const { code, values } of reading.warnings) warn(code, values, where)
    return reading.value
  }

  return {
    problems,
    warnings,
    refuse,
    warn,
    cell,
    has: (field) => fields.has(field),
    text(field) {
      const text = visible(usable(fields.get(field))?.text ?? '')
      return text === '' ? null : text
    },
    read,
    choose: (field, choice) => read(fields.get(field), (given) => readChoice(given, choice)),
  }
}
