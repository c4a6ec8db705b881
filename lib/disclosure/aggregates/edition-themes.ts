import { byIndicatorThenPopulation } from '@/lib/comparison/figure-order'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { isItemId, itemById, themes, type ThemeId } from '@/lib/instrument/catalogue'
import type { Tool } from '@/lib/instrument/tools'
import type { PublishedTable } from './edition-tables'
import { participantShareBeside, type ParticipantShare } from './share-beside'

/** A published figure about a question, and what an edition says of the same. */
export interface FigureBeside {
  readonly figure: Figure
  /** The tool that the question is about, where the figure is about several; null: it is about one, or none. */
  readonly tool: Tool | null
  /** null where it cannot be computed or is suppressed: see `participantShareBeside`. */
  readonly share: ParticipantShare | null
}

/** A question of an edition. */
export interface EditionQuestion {
  /** The id of an item. Any text: the instrument may have lost it since. */
  readonly item: string
  /** Everyone to whom it was put, and then the other population among whom it is counted, if any. */
  readonly tables: readonly PublishedTable[]
  readonly beside: readonly FigureBeside[]
}

/** The questions of one theme, in the order of the tables. */
export interface EditionTheme {
  /** null: questions that the instrument has lost since. */
  readonly theme: ThemeId | null
  readonly questions: readonly EditionQuestion[]
}

function besideOf(item: string, tables: readonly PublishedTable[], figures: readonly Figure[]) {
  return figures.flatMap((figure): readonly FigureBeside[] => {
    const { statements, isRestatement } = indicatorOf(figure.indicator)
    const statement = statements.find((each) => each.item === item)
    if (statement === undefined || isRestatement === true) return []
    const share = participantShareBeside(tables, figure, statement.tool)
    return [{ figure, tool: statements.length > 1 ? statement.tool : null, share }]
  })
}

const themeOf = (item: string) => (isItemId(item) ? itemById(item).theme : null)

/** The tables of an edition by theme and question, with the published figures about each. Themes without a question are not there, nor is the age. */
export function editionThemes(
  tables: readonly PublishedTable[],
  figures: readonly Figure[],
): readonly EditionTheme[] {
  const ordered = figures.toSorted(byIndicatorThenPopulation)
  const questions = [...new Set(tables.map(({ item }) => item))]
    .filter((item) => item !== 'ageBand')
    .map((item) => {
      const own = tables.filter((table) => table.item === item)
      return { item, tables: own, beside: besideOf(item, own, ordered) }
    })
  return [...themes, null]
    .map((theme) => ({ theme, questions: questions.filter(({ item }) => themeOf(item) === theme) }))
    .filter((each) => each.questions.length > 0)
}
