import type { Figure } from '@/lib/comparison/figures'
import { optionStatements } from '@/lib/comparison/option-statements'
import { optionsOf } from '@/lib/instrument/answers'
import { itemById, isItemId } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import type { Tool } from '@/lib/instrument/tools'
import { sharePercentOf, type Column, type PublishedTable } from './edition-tables'

/** Participants of whom a figure's statement is true. All numbers are computed from rounded ones. */
export interface ParticipantShare {
  /** In percent, 0 to 100. */
  readonly sharePercent: number
  /** How many participants of the figure's population answered. */
  readonly base: number
}

/** The columns that count the people of a figure's age band. */
const columnOf = ({ population }: Pick<Figure, 'population'>): Column =>
  population === 'under_35' ? 'under35' : population === '35_and_over' ? 'from35' : 'both'

/** How many people chose one of these options; null where that cannot be computed, or is suppressed. */
function countOfAny(table: PublishedTable, trueOptions: readonly string[], column: Column): number | null {
  const item = isItemId(table.item) ? itemById(table.item) : null
  if (item === null) return null
  const countOf = (option: string) =>
    table.options.find((line) => line.option === option)?.counts[column] ?? null
  const falseOptions = optionsOf(item).filter((option) => !trueOptions.includes(option))
  const [only] = trueOptions
  if (item.kind === 'multiple' && trueOptions.length > 1) {
    // Somebody may have chosen several of them. Only who chose the option that excludes all others chose none of them.
    const [exclusive, ...rest] = falseOptions
    if (exclusive === undefined || rest.length > 0 || !exclusiveOptions.has(exclusive)) return null
    const [base, none] = [table.base[column], countOf(exclusive)]
    return base === null || none === null ? null : base - none
  }
  if (only === undefined) return null
  let sum = 0
  for (const option of trueOptions) {
    const count = countOf(option)
    if (count === null) return null
    sum += count
  }
  return sum
}

/**
 * What an edition says of participants beside a published figure, for its statement about `tool` (null: about none). null where
 * its tables do not count the figure's statement or its population, or where too few people are behind it.
 */
export function participantShareBeside(
  tables: readonly PublishedTable[],
  figure: Figure,
  tool: Tool | null,
): ParticipantShare | null {
  for (const table of tables) {
    if (!isItemId(table.item)) continue
    const column = columnOf(figure)
    const statement = optionStatements(itemById(table.item), [figure]).find(
      (each) => each.tool === tool && !each.hasOthers,
    )
    if (!statement) continue
    const isItsPopulation =
      table.population === null
        ? statement.isOfEveryone || column !== 'both'
        : table.population === figure.population
    if (!isItsPopulation) continue
    const base = table.base[column]
    const sharePercent = sharePercentOf(countOfAny(table, statement.trueOptions, column), base)
    return sharePercent === null || base === null ? null : { sharePercent, base }
  }
  return null
}
