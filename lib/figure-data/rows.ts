import type { FigureRecord } from '@/lib/waves/figure-record'
import type { ColumnName } from './columns'
import type { FigureLanguages } from './language'
import { sourceOf, type PublishedState } from './published'

/** One figure as data. null: an empty cell. */
export type FigureRow = Readonly<Record<ColumnName, string | number | null>>

/** Where a figure is found on this site. */
export type AddressOf = (figure: FigureRecord) => string

const inBoth = <Name extends string, Text>(
  name: Name,
  words: { readonly fr: Text; readonly en: Text } | null,
) =>
  ({ [`${name}_fr`]: words?.fr ?? null, [`${name}_en`]: words?.en ?? null }) as Record<
    `${Name}_fr` | `${Name}_en`,
    string | null
  >

/** The figures of a state in long form: a row for each, in the order in which they are stored. */
export function figureRows(
  { document }: PublishedState,
  languages: FigureLanguages,
  addressOf: AddressOf,
): readonly FigureRow[] {
  const { wave } = document
  const { fr, en, own } = languages
  return document.figures.map((figure) => {
    const source = sourceOf(document, figure)
    const address = addressOf(figure)
    return {
      wave: wave.id,
      code: figure.code,
      population: figure.population,
      label_fr: fr.label(figure),
      label_en: en.label(figure),
      population_label_fr: fr.population(figure),
      population_label_en: en.population(figure),
      value: figure.sharePercent,
      unit: 'percent',
      qualifier: figure.qualifier,
      status: figure.status,
      ...inBoth('status_note', figure.statusNote),
      time_frame: figure.timeFrame,
      base_n: figure.baseSize,
      interval_low: figure.interval?.lowPercent ?? null,
      interval_high: figure.interval?.highPercent ?? null,
      field_start: figure.fieldStart,
      field_end: figure.fieldEnd,
      mode: figure.mode,
      scale: figure.scale,
      ...inBoth('wording', figure.wording),
      ...inBoth('statement', figure.statement),
      ...inBoth('population', figure.populationWords),
      single_choice: figure.singleChoice,
      net_of: figure.netOf.length === 0 ? null : figure.netOf.join(' '),
      passage: figure.passage,
      source: source.id,
      source_title: source.title,
      source_publisher: source.publisher,
      source_published_on: source.publishedOn,
      source_url: source.url,
      citation_short: own.citationShort(wave),
      citation_long: own.citationLong(figure, document, address),
      address,
    }
  })
}
