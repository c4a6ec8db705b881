import { figureStatuses, type Qualifier, type TimeFrame } from '@/lib/comparison/figures'
import { isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode } from '@/lib/comparison/populations'

/** `superseded`: another figure stands in its place since, and it is kept to be read. */
export const recordStatuses = [...figureStatuses, 'superseded'] as const
export type RecordStatus = (typeof recordStatuses)[number]

/** How people were asked. */
export const modes = ['online', 'telephone', 'face_to_face', 'paper', 'mixed'] as const
export type Mode = (typeof modes)[number]

/** A text in both languages of the site. */
export interface Words {
  readonly fr: string
  readonly en: string
}

/** The question as it was asked: in the language of the survey, in a translation, or in both. */
export interface Wording {
  readonly fr: string | null
  readonly en: string | null
}

/** One published percentage as an owner manages it: more than what is compared. */
export interface FigureRecord {
  /** The indicator. One that lib/comparison knows is compared, any other is shown as context. */
  readonly code: string
  /** The people that the figure speaks of, likewise. */
  readonly population: string
  /** 0 to 100. */
  readonly sharePercent: number
  readonly qualifier: Qualifier
  readonly status: RecordStatus
  readonly statusNote: Words | null
  readonly timeFrame: TimeFrame | null
  /** The part of the source that states it. */
  readonly passage: string
  readonly sourceId: string
  /** Number of people that the share is of; null: not published. */
  readonly baseSize: number | null
  /** As published, and never computed; in percent. */
  readonly interval: { readonly lowPercent: number; readonly highPercent: number } | null
  /** First and last day on which people were asked, `YYYY-MM-DD`. */
  readonly fieldStart: string | null
  readonly fieldEnd: string | null
  readonly mode: Mode | null
  /** The options of the answer, as published. */
  readonly scale: string | null
  readonly wording: Wording | null
  /** What the figure says. There where the code is not known. */
  readonly statement: Words | null
  /** There where the population is not known. */
  readonly populationWords: Words | null
  /** The single-choice question whose options this figure and others are: together they make 100. */
  readonly singleChoice: string | null
  /** Codes of the figures of which this one is the sum. */
  readonly netOf: readonly string[]
}

/** What makes two figures the same one, in a wave. */
export const figureKey = ({ code, population }: Pick<FigureRecord, 'code' | 'population'>) =>
  `${code} ${population}`

/** Whether answers can be set against a figure: its indicator and its population are predicates in code. */
export const isCompared = ({ code, population }: Pick<FigureRecord, 'code' | 'population'>) =>
  isIndicatorCode(code) && isPopulationCode(population)

/** The columns of a file that the fields of a record are in, besides those of its key. */
export const fieldColumns = {
  sharePercent: 'value',
  qualifier: 'qualifier',
  status: 'status',
  statusNote: 'status_note',
  timeFrame: 'time_frame',
  passage: 'passage',
  sourceId: 'source',
  baseSize: 'base_n',
  interval: 'interval',
  fieldStart: 'field_start',
  fieldEnd: 'field_end',
  mode: 'mode',
  scale: 'scale',
  wording: 'wording',
  statement: 'statement',
  populationWords: 'population_words',
  singleChoice: 'single_choice',
  netOf: 'net_of',
} as const satisfies Record<Exclude<keyof FigureRecord, 'code' | 'population'>, string>
export type RecordField = keyof typeof fieldColumns
