import fc from 'fast-check'
import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { indicators, isAboutUse, isIndicatorCode } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { figureKey, type FigureRecord } from '@/lib/waves/figure-record'
import { modes } from '@/lib/comparison/waves'
import type { WaveDraft } from '@/lib/import/wave-draft'

/** A record in which everything that may be absent is. */
export const plainRecord: FigureRecord = {
  code: 'usage.any',
  population: 'french',
  sharePercent: 48,
  qualifier: 'exact',
  status: 'published',
  statusNote: null,
  timeFrame: null,
  passage: 'growing use',
  sourceId: 'dsih-6110',
  baseSize: null,
  interval: null,
  fieldStart: null,
  fieldEnd: null,
  mode: null,
  scale: null,
  wording: null,
  statement: null,
  populationWords: null,
  singleChoice: null,
  netOf: [],
}

/** A line of a file that was refused, of which nothing is known. */
export const refusedLine: WaveDraft['refused'][number] = {
  line: 3,
  column: 'value',
  letter: null,
  code: null,
  population: null,
  problems: [],
  typed: {},
}

/** Words with letters that every encoding has, and with what files use for themselves: separators, quotes, ends of line. */
const text = fc
  .array(fc.constantFrom('é', 'œ', 'a', 'Z', '’', '€', ' ', ',', ';', '"', '\n', '\t', 'à', '12', '«'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `m${parts.join('')}m`)

const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
const words = fc.record({ fr: text, en: text })
const orNull = <Value>(given: fc.Arbitrary<Value>) => fc.option(given, { nil: null })
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const record: fc.Arbitrary<FigureRecord> = fc
  .record({
    code: fc.constantFrom(...Object.keys(indicators), 'mood.good', 'mood.bad'),
    population: fc.constantFrom(...populationCodes, 'women'),
    sharePercent: percent,
    qualifier: fc.constantFrom(...qualifiers),
    status: fc.constantFrom(...figureStatuses),
    statusNote: orNull(words),
    timeFrame: orNull(fc.constantFrom(...timeFrames)),
    passage: text,
    sourceId: fc.constant('dsih-6110'),
    baseSize: orNull(fc.integer({ min: 1, max: 99_999 })),
    spread: orNull(fc.tuple(percent, percent)),
    days: fc.tuple(orNull(day), orNull(day)),
    mode: orNull(fc.constantFrom(...modes)),
    scale: orNull(text),
    wording: orNull(words),
    singleChoice: orNull(fc.constantFrom('q1', 'q2')),
    netOf: fc.array(fc.constantFrom('usage.any', 'usage.intend', 'mood.bad'), { maxLength: 2 }),
  })
  .map(({ spread, days: [start, end], ...fields }) => {
    const [fieldStart, fieldEnd] = start !== null && end !== null && start > end ? [end, start] : [start, end]
    const [low = 0, high = 0] = [fields.sharePercent, ...(spread ?? [])]
      .toSorted((a, b) => a - b)
      .filter((_, index) => index !== 1)
    return {
      ...fields,
      fieldStart,
      fieldEnd,
      interval: spread === null ? null : { lowPercent: low, highPercent: high },
      // What is said of a code is the same wherever it stands.
      statement: fields.code.startsWith('mood.')
        ? { fr: `énoncé ${fields.code}`, en: `says ${fields.code}` }
        : null,
      populationWords: fields.population === 'women' ? { fr: 'des femmes', en: 'of women' } : null,
    }
  })

/** Figures of one wave: each once, and each indicator with one time frame, which those about use need. */
export const records = fc
  .uniqueArray(record, { selector: figureKey, minLength: 1, maxLength: 12 })
  .map((each) => {
    const frames = new Map<string, FigureRecord['timeFrame']>()
    return each.map((one) => {
      const own = one.timeFrame ?? (isIndicatorCode(one.code) && isAboutUse(one.code) ? 'unclear' : null)
      const timeFrame = frames.has(one.code) ? (frames.get(one.code) ?? null) : own
      frames.set(one.code, timeFrame)
      return { ...one, timeFrame }
    })
  })
