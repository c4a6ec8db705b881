import {
  columns as ageGroups,
  sharePercentOf,
  type PublishedTable,
} from '@/lib/disclosure/aggregates/edition-tables'
import { isItemId, itemById } from '@/lib/instrument/catalogue'
import { csvLine } from './csv'
import { bundleName, waveOfRows, type EditionFile } from './edition-file'
import { itemWord } from './labels'
import { inEach, type ExportWords, type LanguageWords } from './words'

/** Changes when a column or a key changes its name or its meaning, or goes. */
export const aggregatesSchemaVersion = 2

/** What the files say of the counts in them. */
export interface AboutAggregates extends Pick<
  EditionFile,
  'waveId' | 'editionId' | 'isDemo' | 'madeOn' | 'responsesUntil' | 'smallestGroup' | 'licence' | 'publisher'
> {
  /** Counts are multiples of it. */
  readonly roundingBase: number
  /** People in the tables, rounded. */
  readonly counted: number
  /** People of the file who did not say their age, and are in no table; rounded. */
  readonly withoutAge: number
}

/** A share with one decimal. */
export const rounded = (percent: number | null) => (percent === null ? null : Math.round(percent * 10) / 10)

/** The words of an item, and its id itself where the instrument has lost it since. */
const itemLabel = (item: string, words: LanguageWords) => itemWord(item, 'label', words) ?? item

function optionLabel(item: string, option: string, words: LanguageWords): string {
  const set = isItemId(item) ? words.options[itemById(item).optionSet] : undefined
  return set?.[option] ?? option
}

type Row = Readonly<Record<string, string | number | boolean | null>>

/** The rows of the tables. The keys are the columns' names, which do not change. */
function rowsOf(
  about: AboutAggregates,
  tables: readonly PublishedTable[],
  words: ExportWords,
): readonly Row[] {
  const labels = (kind: string, say: (words: LanguageWords) => string) =>
    Object.fromEntries(words.map((one) => [`${kind}_label_${one.language}`, say(one)]))
  return tables.flatMap(({ item, population, base, options }) =>
    options.flatMap(({ option, counts }) =>
      ageGroups.map((group) => ({
        // Every row says that it is made up: a row that is copied elsewhere leaves all notices behind.
        wave: waveOfRows(about),
        edition: about.editionId,
        item,
        option,
        population: population ?? '',
        age_group: group,
        count: counts[group],
        base: base[group],
        share_percent: rounded(sharePercentOf(counts[group], base[group])),
        status: counts[group] === null ? 'suppressed' : 'shown',
        made_up: about.isDemo,
        ...labels('item', (one) => itemLabel(item, one)),
        ...labels('option', (one) => optionLabel(item, option, one)),
      })),
    ),
  )
}

const columnNames = (words: ExportWords) => [
  'wave',
  'edition',
  'item',
  'option',
  'population',
  'age_group',
  'count',
  'base',
  'share_percent',
  'status',
  'made_up',
  ...words.map(({ language }) => `item_label_${language}`),
  ...words.map(({ language }) => `option_label_${language}`),
]

/** The name of a file of aggregates, which says of which edition and whether it is made up. `item`: the only one in it; null: all are. */
export function aggregatesFileName(
  about: Pick<EditionFile, 'waveId' | 'editionId'>,
  ending: 'csv' | 'json',
  item: string | null = null,
): string {
  return `${bundleName(about)}-${item ?? 'aggregates'}.${ending}`
}

/** `aggregates.csv`: RFC 4180, UTF-8, decimal points, and nothing in cells that are suppressed. */
export function aggregatesCsv(
  about: AboutAggregates,
  tables: readonly PublishedTable[],
  words: ExportWords,
): string {
  const names = columnNames(words)
  const lines = rowsOf(about, tables, words).map((row) =>
    csvLine(
      names.map((name) => String(row[name] ?? '')),
      ',',
    ),
  )
  return [csvLine(names, ','), ...lines].join('')
}

/** `aggregates.json`: the same table with what is to be known of it. Ends with a line end. */
export function aggregatesJson(
  about: AboutAggregates,
  tables: readonly PublishedTable[],
  words: ExportWords,
): string {
  const { licence, publisher } = about
  const content = {
    schema_version: aggregatesSchemaVersion,
    wave: about.waveId,
    edition: about.editionId,
    made_up: about.isDemo,
    made_on: about.madeOn,
    responses_until: about.responsesUntil,
    counted: about.counted,
    without_age: about.withoutAge,
    smallest_group: about.smallestGroup,
    rounding_base: about.roundingBase,
    participants: inEach(words, ({ export: { about: say } }) => say.notRepresentative),
    suppressed: inEach(words, ({ export: { suppressed } }) => suppressed),
    licence: licence && { id: licence.id, title: licence.title, url: licence.url },
    licence_note: licence === null ? inEach(words, ({ export: { about: say } }) => say.noLicence) : null,
    publisher: publisher.name,
    publisher_contact: publisher.email,
    publisher_note:
      publisher.name === null ? inEach(words, ({ export: { about: say } }) => say.noPublisher) : null,
    columns: columnNames(words),
    rows: rowsOf(about, tables, words),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}
