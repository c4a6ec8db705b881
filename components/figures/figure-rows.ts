import { markup, type Markup } from '@/components/ui/markup'
import type { IndicatorFigures } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import type { PopulationCode } from '@/lib/comparison/populations'
import { figureFragment } from './figure-fragment'
import type { RowWords, WordsOf } from './use-row-words'

/** What stands beside a figure. */
export interface Beside {
  /** The reader's side in words; null where there is no reader to speak of. */
  readonly side: string | null
  /** Whether that is because the reader was not asked: where that goes for a whole family of figures, it is said once. */
  readonly isNotAsked: boolean
  /** Whether the figure speaks of the reader too. */
  readonly isOwn: boolean
  /** Whether the figure is about the reader's age. */
  readonly isOwnAge: boolean
  /** What else is told of the figure. */
  readonly more: readonly Markup[]
}

/** Nothing: there is no reader. */
export const nothingBeside: Beside = {
  side: null,
  isNotAsked: false,
  isOwn: false,
  isOwnAge: false,
  more: [],
}

interface Row {
  readonly figure: Figure
  readonly label: string
  /** The population where it is another than that of the theme, and does not make the label. */
  readonly note: string | null
  readonly words: RowWords
  readonly beside: Beside
  /** Rows of groups, under the row of all. */
  readonly groups: Markup | null
}

const small = (text: string | null) => (text === null ? null : markup`<small>${text}</small> `)

/** One published figure: what it is about, its share in a number and as a bar, and the reader's side. */
function figureRow({ figure, label, note, words, beside, groups }: Row): Markup {
  const { indicator, population, sharePercent } = figure
  const side = beside.side === null ? null : markup`<span class="side">${beside.side}</span>`
  return markup`<li id="${figureFragment(figure)}" class="figure-row${beside.isOwn ? ' own' : ''}" data-figure="${indicator}/${population}"><span class="figure-label">${label}</span> ${small(note)}<b>${words.share}</b> ${small(words.disputed)}<svg class="figure-bar" aria-hidden="true"><rect width="${sharePercent}%" height="100%"/></svg>${side}${beside.more}${groups}</li>`
}

/** What rows are made from, beside the figures. */
export interface RowMaker {
  /** The population of which the theme says that its figures are shares. */
  readonly population: PopulationCode
  readonly wordsOf: WordsOf
  readonly besideOf: (figure: Figure) => Beside
}

/** What was published of one indicator: one row, with those of groups under it. */
export function indicatorRows(
  figures: IndicatorFigures,
  { population, wordsOf, besideOf }: RowMaker,
): Markup {
  const row = (figure: Figure, is: 'all' | 'alone' | 'group', groups: Markup | null = null): Markup => {
    const words = wordsOf.get(figure)
    if (words === undefined) throw new Error(`no words for ${figure.indicator} of ${figure.population}`)
    const beside = besideOf(figure)
    const group = beside.isOwnAge ? words.ownGroup : words.group
    const label = is === 'group' ? group : words.label
    return figureRow({ figure, label, note: is === 'alone' ? words.group : null, words, beside, groups })
  }
  const [first, ...others] = figures
  const isOfAll = first.population === population
  if (others.length === 0) return row(first, isOfAll ? 'all' : 'alone')
  const grouped = (isOfAll ? others : figures).map((figure) => row(figure, 'group'))
  const groups = markup`<ul class="group-rows">${grouped}</ul>`
  if (isOfAll) return row(first, 'all', groups)
  return markup`<li class="figure-row"><span class="figure-label">${wordsOf.get(first)?.label ?? null}</span>${groups}</li>`
}
