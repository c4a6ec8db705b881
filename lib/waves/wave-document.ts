import { z } from 'zod'
import { isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode } from '@/lib/comparison/populations'
import { modes } from '@/lib/comparison/waves'
import { figureKey, figureRecord, words, type FigureRecord } from './figure-record'
import { fragmentOf } from './fragment'

const text = z.string('must be a text').min(1, 'must not be empty')
const day = z.iso.date('must be a day, YYYY-MM-DD')

/** What is said of a wave of the survey. */
export const waveDescription = z.strictObject({
  /** Year and month, `YYYY-MM`. */
  id: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a year and a month, YYYY-MM'),
  /** null: it is named after its month. */
  name: words.nullable().default(null),
  /** How it was made: the sample, say. */
  description: words.nullable().default(null),
  commissionedBy: text,
  conductedBy: text,
  publishedOn: day,
  /** Number of people asked; null: not published, so that no interval can be given. */
  sampleSize: z.int('must be a whole number, or null').positive('must be above 0, or null').nullable(),
  /** First and last day on which people were asked; null: not published. */
  fieldStart: day.nullable().default(null),
  fieldEnd: day.nullable().default(null),
  /** How people were asked; null: not published. */
  mode: z
    .enum(modes, `must be one of ${modes.join(', ')}, or null`)
    .nullable()
    .default(null),
  /** The last day on which answers are contributed to it; null as long as none is set. */
  lastDay: day.nullable(),
})

/** Where figures of a wave were read. */
export const waveSource = z.strictObject({
  id: text,
  publisher: text,
  title: text,
  url: z.url({ protocol: /^https?$/, error: 'must be the address of a page' }),
  publishedOn: day,
})

export const waveSources = z
  .array(waveSource)
  .min(1, 'must name a source')
  .refine(
    (sources) => new Set(sources.map(({ id }) => id)).size === sources.length,
    'must have different ids',
  )

/** Whether a page can show a figure: the program has words for what it knows, and a figure brings all others. */
const isInWords = ({ code, population, statement, populationWords }: z.infer<typeof figureRecord>) =>
  (isIndicatorCode(code) || statement !== null) && (isPopulationCode(population) || populationWords !== null)

/** All that was published of a wave: what a state of it stores, and what is given as a file. */
export const waveDocument = z
  .strictObject({ wave: waveDescription, sources: waveSources, figures: z.array(figureRecord) })
  .refine(({ figures }) => new Set(figures.map(fragmentOf)).size === figures.length, {
    path: ['figures'],
    error: 'must not hold a figure twice, nor two that have the same address',
  })
  .refine(
    ({ figures, sources }) => figures.every(({ sourceId }) => sources.some(({ id }) => id === sourceId)),
    { path: ['figures'], error: 'must cite sources of the wave' },
  )
  .refine(({ figures }) => figures.every(isInWords), {
    path: ['figures'],
    error: 'must be put into words where the program knows no such indicator or population',
  })

export type WaveDescription = Readonly<z.infer<typeof waveDescription>>
export type WaveSource = Readonly<z.infer<typeof waveSource>>
export interface WaveDocument {
  readonly wave: WaveDescription
  readonly sources: readonly WaveSource[]
  readonly figures: readonly FigureRecord[]
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** The document in the order in which it is stored: two that say the same are the same text. */
export function orderedDocument({ wave, sources, figures }: WaveDocument): WaveDocument {
  return waveDocument.parse({
    wave,
    sources: sources.toSorted((one, other) => byText(one.id, other.id)),
    figures: figures.toSorted((one, other) => byText(figureKey(one), figureKey(other))),
  })
}
