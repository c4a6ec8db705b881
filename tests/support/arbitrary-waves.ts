import fc from 'fast-check'
import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { indicators, isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode, populationCodes } from '@/lib/comparison/populations'
import { modes } from '@/lib/comparison/waves'
import { figureKey, figureRecord } from '@/lib/waves/figure-record'
import { waveDocument, type WaveDocument } from '@/lib/waves/wave-document'

const or = <Given>(arbitrary: fc.Arbitrary<Given>) => fc.option(arbitrary, { nil: null })

/** Texts as people write them, and as nobody does; none that is the guarded form of another: see `csvCell`. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom('=1+1', '-', '"', 'a;b,c', 'deux\nlignes', 'fin\r\n', 'é\u202f!', '@x', ' '),
  )
  .filter((given) => !/^'[=+\-@\t\r\n]/.test(given))
const words = fc.record({ fr: text, en: text })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
const code = fc.oneof(
  fc.constantFrom(...Object.keys(indicators)),
  fc.stringMatching(/^[a-z]{1,8}(?:\.[a-zA-Z]{1,8})?$/),
)

const figure = fc
  .record({
    code,
    population: fc.oneof(fc.constantFrom(...populationCodes), fc.stringMatching(/^[a-z_]{1,10}$/)),
    sharePercent: percent,
    qualifier: fc.constantFrom(...qualifiers),
    status: fc.constantFrom(...figureStatuses),
    timeFrame: or(fc.constantFrom(...timeFrames)),
    passage: text,
    sourceId: fc.constantFrom('one', 'two'),
    statusNote: or(words),
    baseSize: or(fc.integer({ min: 1, max: 100_000 })),
    interval: or(fc.record({ lowPercent: percent, highPercent: percent })),
    fieldStart: or(day),
    fieldEnd: or(day),
    mode: or(fc.constantFrom(...modes)),
    scale: or(text),
    wording: or(words),
    statement: or(words),
    populationWords: or(words),
    singleChoice: or(text),
    netOf: fc.uniqueArray(code, { maxLength: 3 }),
  })
  .map((given) => ({
    ...given,
    // What the program does not know brings its words.
    statement: given.statement ?? (isIndicatorCode(given.code) ? null : { fr: 'dit', en: 'says' }),
    populationWords:
      given.populationWords ?? (isPopulationCode(given.population) ? null : { fr: 'des gens', en: 'people' }),
  }))
  .map((given) => figureRecord.parse(given))

const source = (id: string) =>
  fc.record({ id: fc.constant(id), publisher: text, title: text, url: fc.webUrl(), publishedOn: day })

/** What may have been published of a wave: any document that the schema takes. */
export const arbitraryWave: fc.Arbitrary<WaveDocument> = fc
  .record({
    wave: fc.record({
      id: fc.constantFrom('2025-12', '2026-06'),
      name: or(words),
      description: or(words),
      commissionedBy: text,
      conductedBy: text,
      publishedOn: day,
      sampleSize: or(fc.integer({ min: 1, max: 10_000 })),
      fieldStart: or(day),
      fieldEnd: or(day),
      mode: or(fc.constantFrom(...modes)),
      lastDay: fc.constant(null),
    }),
    sources: fc.tuple(source('one'), source('two')),
    figures: fc.uniqueArray(figure, { selector: figureKey, minLength: 1, maxLength: 8 }),
  })
  .map((given) => waveDocument.parse(given))
