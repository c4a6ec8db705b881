import { readFileSync } from 'node:fs'
import { optionsOf } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import type { Release } from '@/lib/export/release'
import { notAsked, packedBytes, packedItems, packedSize } from '@/lib/records/packed-answers'
import { usedNowAnswers, type ItemLevel, type ReleaseLevels } from '@/lib/export/record'
import { inEachLanguage } from '@/lib/i18n/locales'
import { licenceOf } from '@/lib/settings/licences'
import type { ExportWords, LanguageWords } from '@/lib/export/words'

const wordsOf = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'),
  ) as LanguageWords

/** The words of the messages. */
export const exportWords: ExportWords = inEachLanguage(wordsOf)

/** Every item at the level `options`, but for these. */
export function levelsWith(others: Readonly<Partial<Record<ItemId, ItemLevel>>>): ReleaseLevels {
  return Object.fromEntries(items.map(({ id }) => [id, others[id] ?? 'options'])) as ReleaseLevels
}

/** The items that a release may coarsen: the age, and the use of each tool. */
export const coarsenedItems = items
  .filter(({ optionSet }) => optionSet === 'ageBand' || optionSet === 'usage')
  .map(({ id }) => id)

/** Levels with one of each: the age withheld, one use as answered, the others only as used now. */
export const mixedLevels = levelsWith(
  Object.fromEntries(
    coarsenedItems.map((id, place) => [
      id,
      (['withheld', 'options', 'usedNow'] as const)[Math.min(place, 2)],
    ]),
  ),
)

export function releaseOf(recordCount: number, others: Partial<Release> = {}): Release {
  return {
    waveId: '2025-12',
    releaseId: 'r1',
    instrumentVersion: '2025-12',
    cutOn: '2026-11-01',
    recordCount,
    isDemo: false,
    levels: mixedLevels,
    quasiIdentifiers: new Set(coarsenedItems),
    licence: licenceOf(1),
    publisher: 'Miroir',
    url: null,
    ...others,
  }
}

/** Whole numbers from 0 to below a bound, always the same ones: a linear congruential generator. */
function pseudoRandom(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** What stands in place of an answer to an item that was not asked. */
export const notApplicable = 'notApplicable'

/** An option, `usedNow` or not, options of a multiple choice, `notApplicable`; null: unanswered. */
export type ReleasedAnswer = string | readonly string[] | null

/** A released record in words: what the files are expected to say. Items that are absent are unanswered. */
export interface ReleaseRecord {
  readonly number: number
  readonly answers: Readonly<Partial<Record<ItemId, ReleasedAnswer>>>
}

/** Records with every kind of answer and of none, always the same ones, also for items that the release withholds. */
export function someRecords(count: number, levels: ReleaseLevels = mixedLevels): readonly ReleaseRecord[] {
  const below = pseudoRandom(count)
  const pick = (options: readonly string[]) => options[below(options.length)] ?? null
  const answer = (item: (typeof items)[number]): ReleasedAnswer => {
    const draw = below(10)
    if (draw === 0) return null
    if (draw === 1) return notApplicable
    if (levels[item.id] === 'usedNow') return pick(usedNowAnswers)
    if (item.kind === 'single') return pick(optionsOf(item))
    const chosen = optionsOf(item).filter((option) => !exclusiveOptions.has(option) && below(3) === 0)
    return chosen.length > 0 ? chosen : optionsOf(item).slice(-1)
  }
  return Array.from({ length: count }, (_, place) => ({
    number: place + 1,
    answers: Object.fromEntries(items.map((item) => [item.id, answer(item)])),
  }))
}

/** The code of an answer, by the rules of released records; throws on an answer that has none. */
function codeOf(item: (typeof items)[number], answer: ReleasedAnswer): number {
  if (answer === null) return 0
  if (answer === notApplicable) return notAsked[item.kind]
  const options = optionsOf(item)
  const places = [answer].flat().map((id) => {
    const coarse = usedNowAnswers.findIndex((other) => other === id)
    const place = coarse === -1 ? options.indexOf(id) : coarse
    if (place === -1) throw new Error(`${item.id} has no answer ${id}`)
    return place
  })
  return item.kind === 'single'
    ? (places[0] ?? 0) + 1
    : places.reduce((bits, place) => bits | (1 << place), 0)
}

/** Writes a code into the record that begins at `offset`. */
export function setCode(bytes: Uint8Array, offset: number, id: ItemId, code: number): void {
  const placed = packedItems.find(({ item }) => item.id === id)
  if (!placed) throw new Error(`no such item: ${id}`)
  for (let byte = 0; byte < packedBytes[placed.item.kind]; byte += 1) {
    bytes[offset + placed.offset + byte] = (code >> (8 * byte)) & 0xff
  }
}

/** Records as the writers take them, one after the other. */
export function packed(records: readonly ReleaseRecord[]): Uint8Array {
  const bytes = new Uint8Array(records.length * packedSize)
  for (const [place, { answers }] of records.entries()) {
    for (const item of items)
      setCode(bytes, place * packedSize, item.id, codeOf(item, answers[item.id] ?? null))
  }
  return bytes
}

/** Packed records in batches, all in the same bytes: each is only good until the next one is asked for. */
export function* inBatches(records: readonly ReleaseRecord[], size = 500): Generator<Uint8Array> {
  const bytes = packed(records)
  const batch = new Uint8Array(size * packedSize)
  for (let start = 0; start < bytes.length; start += batch.length) {
    const part = bytes.subarray(start, start + batch.length)
    batch.fill(0x77)
    batch.set(part)
    yield batch.subarray(0, part.length)
  }
}

/** How many records have this answer to an item, alone or among others. */
export function countOf(records: readonly ReleaseRecord[], id: ItemId, answer: string): number {
  return records.filter((record) => [record.answers[id]].flat().includes(answer)).length
}

/** All of a text that comes in pieces. */
export function whole(pieces: Iterable<string | Uint8Array>): string {
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece))).toString()
}
