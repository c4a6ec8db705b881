import { z } from 'zod'
import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode } from '@/lib/comparison/populations'
import { modes } from '@/lib/comparison/waves'

const text = z.string().min(1)
/** A day, `YYYY-MM-DD`. */
const day = z.iso.date()
const percent = z.number().min(0).max(100)

/** A text in the two languages in which figures are published as data, whatever languages the pages have. */
export const words = z.strictObject({ fr: text, en: text })
export type Words = Readonly<z.infer<typeof words>>

/** The question as it was asked: in the language of the survey, in a translation, or both. */
export const wording = z.strictObject({ fr: text.nullable(), en: text.nullable() })
export type Wording = Readonly<z.infer<typeof wording>>

/** What was published of one figure beside the share: all that a comparison does not need. */
export const figureDetails = z.strictObject({
  /** Why its status is not `published`. */
  statusNote: words.nullable().default(null),
  /** Number of people that the share is of; null: not published, so that no interval can be given. */
  baseSize: z.int().positive().nullable().default(null),
  /** As published, and never computed. */
  interval: z.strictObject({ lowPercent: percent, highPercent: percent }).nullable().default(null),
  /** First and last day on which people were asked, where they are others than those of the wave. */
  fieldStart: day.nullable().default(null),
  fieldEnd: day.nullable().default(null),
  /** How people were asked, where it is otherwise than in the wave. */
  mode: z.enum(modes).nullable().default(null),
  /** The options of the answer, as published. */
  scale: text.nullable().default(null),
  wording: wording.nullable().default(null),
  /** What the figure says. There where the indicator is not known. */
  statement: words.nullable().default(null),
  /** There where the population is not known. */
  populationWords: words.nullable().default(null),
  /** The single-choice question whose options this figure and others are: together they make 100. */
  singleChoice: text.nullable().default(null),
  /** Codes of the figures of which this one is the sum. */
  netOf: z.array(text).readonly().default([]),
})
export type FigureDetails = Readonly<z.infer<typeof figureDetails>>

/** One published percentage, as owners manage it. */
export const figureRecord = figureDetails.extend({
  /** The indicator. One that lib/comparison/indicators.ts knows is compared, any other is shown as context. */
  code: text,
  /** The people that the figure speaks of, likewise. */
  population: text,
  /** Share of the population for whom the indicator is true. */
  sharePercent: percent,
  qualifier: z.enum(qualifiers),
  status: z.enum(figureStatuses),
  /** null: the statement is not about use over time. */
  timeFrame: z.enum(timeFrames).nullable(),
  /** The part of the source that states it. */
  passage: text,
  sourceId: text,
})
export type FigureRecord = Readonly<z.infer<typeof figureRecord>>

type Key = Pick<FigureRecord, 'code' | 'population'>

/** What makes two figures of a wave the same one. */
export const figureKey = ({ code, population }: Key): string => `${code} ${population}`

/** Whether answers can be set against a figure: its indicator and its population are predicates in code. */
export const isCompared = ({ code, population }: Key): boolean =>
  isIndicatorCode(code) && isPopulationCode(population)
