import { recordLayout, type RecordLayout } from '@/lib/disclosure/microdata/record-layout'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import { labelOf } from './labels'
import { columnsOf, variablesOf, type Column, type Variable } from './variables'
import type { LanguageWords } from './words'

/** What files say of the licence that they are under. */
export interface PublishedLicence {
  /** `id` of https://spdx.org/licenses. */
  readonly id: string
  readonly title: string
  readonly url: string
}

/** Who publishes an edition. null: not said. */
export interface Publisher {
  readonly name: string | null
  readonly legalForm: string | null
  /** Where to write to. */
  readonly email: string | null
}

/** Is cited where nobody has said who publishes. */
const siteName = 'Miroir'

/** What is said of an edition's file of responses. Days are `YYYY-MM-DD`. */
export interface EditionFile {
  /** Of the wave whose questions were asked, such as `2025-12`. */
  readonly waveId: string
  /** Tells the editions of a wave apart: `1`, or `demo-1`. */
  readonly editionId: string
  /** Whether the responses are made up. */
  readonly isDemo: boolean
  /** Of the questionnaire that the files are described by. */
  readonly instrumentVersion: string
  readonly madeOn: string
  /** Responses after this day are not in it. */
  readonly responsesUntil: string
  /** The fewest records of an equivalence class. */
  readonly smallestGroup: number
  readonly scheme: Scheme
  /** Number of records. */
  readonly recordCount: number
  /** Number of responses that wait for a later edition, rounded to five. */
  readonly leftOut: number
  /** As an owner chose it; null: none was chosen, so that the files must not be passed on. */
  readonly licence: PublishedLicence | null
  readonly publisher: Publisher
  /** Where it can be found; null: nowhere yet. */
  readonly url: string | null
}

/** How the records of a file are laid out, and what they tell. */
export interface FileShape {
  readonly layout: RecordLayout
  readonly variables: readonly Variable[]
  readonly columns: readonly Column[]
}

/** The shape of the files of a scheme. */
export function fileShape(scheme: Scheme): FileShape {
  const layout = recordLayout(scheme)
  const variables = variablesOf(layout)
  return { layout, variables, columns: variables.flatMap(columnsOf) }
}

/** What the bundle of an edition is called, without its ending, and the one folder in it. */
export function bundleName({ waveId, editionId }: Pick<EditionFile, 'waveId' | 'editionId'>): string {
  return `miroir-${waveId}-edition-${editionId}`
}

/** The wave as each row has it. A row that is copied elsewhere leaves all notices behind: it says that it is made up. */
export function waveOfRows({ waveId, isDemo }: Pick<EditionFile, 'waveId' | 'isDemo'>): string {
  return isDemo ? `${waveId}-demo` : waveId
}

/** The same for a spreadsheet, which would take a year and a month for a date. */
export function waveInWords({ waveId, isDemo }: EditionFile, { export: words }: LanguageWords): string {
  return `${words.wave} ${waveId}${isDemo ? ` ${words.madeUpWave}` : ''}`
}

/** The title of an edition, with its wave and its id. */
export function editionTitle({ waveId, editionId }: EditionFile, words: LanguageWords): string {
  const { title, wave, edition } = words.export
  return `${title}, ${wave} ${waveId}, ${edition} ${editionId}`
}

/** Who an edition is cited by. */
export const citedPublisher = ({ publisher }: Pick<EditionFile, 'publisher'>): string =>
  publisher.name ?? siteName

/** How to cite an edition: publisher, year, title, address. */
export function citation(file: EditionFile, words: LanguageWords): string {
  const year = file.madeOn.slice(0, 4)
  const parts = [`${citedPublisher(file)} (${year})`, editionTitle(file, words), ...[file.url ?? []].flat()]
  return `${parts.join('. ')}.`
}

/** Who took part and what the files can be used for, one sentence or two each. */
export function aboutEdition(
  { isDemo }: EditionFile,
  { export: { about } }: LanguageWords,
): readonly string[] {
  return [about.what, isDemo ? about.demo : about.took, about.notRepresentative, about.wording]
}

/** How answers are protected, and what that costs: what is missing. */
export function aboutProtection({ export: { about } }: LanguageWords): readonly string[] {
  return [about.protected, about.rare, about.rows]
}

/** The numbers that a reader needs, each with its name. README and codebook have the same. */
export function factsOf(
  file: EditionFile,
  { variables }: FileShape,
  words: LanguageWords,
): readonly (readonly [string, string])[] {
  const { facts } = words.export
  const scheme = variables.filter(({ field }) => 'column' in field)
  return [
    [facts.instrument, file.instrumentVersion],
    [facts.until, file.responsesUntil],
    [facts.madeOn, file.madeOn],
    [facts.records, String(file.recordCount)],
    [facts.leftOut, String(file.leftOut)],
    [facts.smallestGroup, String(file.smallestGroup)],
    [facts.scheme, scheme.map((variable) => labelOf(variable, words)).join(', ')],
  ]
}
