import { baseIn } from '../cells/base'
import { numberOf } from '../cells/number-text'
import { notice, type Problem, type Warning } from '../notices'
import type { Row } from '../table/table'
import type { Field } from './fields.data'
import type { Column, Header } from './find-header'

/** A column of percentages. */
export interface ValueColumn {
  readonly column: Column
  /** Whom it is about, where the column is about one population; null: each line says so. */
  readonly population: string | null
  /** The columns with the base of that population, and with its counts. */
  readonly base: Column | null
  readonly counts: Column | null
  /** The base, where the title tells it. */
  readonly titleBase: number | null
}

/** Which column holds what. */
export interface Layout {
  readonly columns: readonly Column[]
  readonly fields: ReadonlyMap<Field, Column>
  readonly values: readonly ValueColumn[]
}

export interface Arranged {
  readonly layout: Layout
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
}

const at = ({ title, letter }: Column) => ({ column: title, letter })

/** The plain numbers of a column, and whether some cell says that they are percents. */
function contents(body: readonly Row[], { index }: Column) {
  const cells = body.flatMap(({ cells: row }) => row[index] ?? [])
  const numbers = cells.flatMap(({ text, number }) => number ?? numberOf(text) ?? [])
  return { numbers, hasSigns: cells.some(({ text, kind }) => kind === 'percent' || text.includes('%')) }
}

/** Of columns with the same title, those that are no counts: with a sign of percent, or without a number above 100. */
function percentColumns(body: readonly Row[], columns: readonly Column[]): readonly Column[] {
  if (columns.length < 2) return columns
  const seen = columns.map((column) => ({ column, ...contents(body, column) }))
  const signed = seen.filter(({ hasSigns }) => hasSigns)
  const small = seen.filter(({ numbers }) => numbers.every((number) => number <= 100))
  return (signed.length > 0 ? signed : small).map(({ column }) => column)
}

/** Shares of one, such as 0.25, in a column where no cell says that it is in percent. */
function holdsShares(body: readonly Row[], column: Column): boolean {
  const { numbers, hasSigns } = contents(body, column)
  const areAllSmall = numbers.every((number) => number >= 0 && number <= 1)
  return !hasSigns && numbers.length > 1 && areAllSmall && numbers.some((number) => number > 0 && number < 1)
}

const keyOf = ({ target, title }: Column) => {
  if (target?.kind === 'field') return target.field
  return target?.kind === 'population' ? `${target.population} ${target.unit}` : title
}

/** Which column holds what, and which of two that look alike are percentages and counts. */
export function arrange({ columns, body }: Header): Arranged {
  const problems: Problem[] = []
  const groups = new Map<string, Column[]>()
  for (const column of columns) {
    if (column.target === null || column.target.kind === 'people' || column.target.kind === 'count') continue
    groups.set(keyOf(column), [...(groups.get(keyOf(column)) ?? []), column])
  }
  const fields = new Map<Field, Column>()
  const values: ValueColumn[] = []
  const counts = columns.filter(
    ({ target }) => target?.kind === 'count' || (target?.kind === 'population' && target.unit === 'count'),
  )
  for (const group of groups.values()) {
    const [first] = group
    const target = first?.target
    if (first === undefined || target === null || target === undefined) continue
    const isValue =
      (target.kind === 'population' && target.unit === 'percent') ||
      (target.kind === 'field' && target.field === 'value')
    const kept = isValue ? percentColumns(body, group) : group
    const isLabel = target.kind === 'field' && target.field === 'label'
    if (kept.length !== 1 && !isLabel) {
      const titles = group.map(({ title, letter }) => (letter === null ? title : `${letter} ${title}`))
      problems.push(notice('repeatedColumn', { columns: titles }, at(first)))
      continue
    }
    const column = kept[0] ?? first
    if (isValue) counts.push(...group.filter((each) => each !== column))
    if (target.kind === 'field') fields.set(target.field, column)
    if (!isValue) continue
    const population = target.kind === 'population' ? target.population : null
    const beside = (unit: string) => columns.find((each) => keyOf(each) === `${population} ${unit}`) ?? null
    values.push({
      column,
      population,
      base: beside('base'),
      counts: beside('count'),
      titleBase: baseIn(column.title),
    })
    if (holdsShares(body, column)) problems.push(notice('columnOfShares', {}, at(column)))
  }
  // Where each line names its population, columns of populations are something else.
  const own = values.filter(({ population }) => population === null)
  const unknown = columns.filter(({ target, title }) => target === null && title !== '')
  return {
    layout: { columns, fields, values: own.length > 0 ? own : values },
    problems,
    warnings: [
      ...unknown.map((column) => notice('unknownColumn', {}, at(column))),
      ...counts.map((column) => notice('countColumn', {}, at(column))),
    ],
  }
}
