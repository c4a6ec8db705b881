import { readFileSync } from 'node:fs'
import { optionsOf } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import type { Release } from '@/lib/export/release'
import { licenceOf } from '@/lib/participation/licences'
import {
  notApplicable,
  usedNowAnswers,
  type ItemLevel,
  type ReleasedAnswer,
  type ReleaseLevels,
  type ReleaseRecord,
} from '@/lib/export/record'
import type { ExportWords, LanguageWords } from '@/lib/export/words'

const wordsOf = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'),
  ) as LanguageWords

/** The words of the messages. */
export const exportWords: ExportWords = { fr: wordsOf('fr'), en: wordsOf('en') }

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

/** Records with every kind of answer and of none, always the same ones. */
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

/** Records in batches. */
export function* inBatches(
  records: readonly ReleaseRecord[],
  size = 500,
): Generator<readonly ReleaseRecord[]> {
  for (let start = 0; start < records.length; start += size) yield records.slice(start, start + size)
}

/** How many records have this answer to an item, alone or among others. */
export function countOf(records: readonly ReleaseRecord[], id: ItemId, answer: string): number {
  return records.filter((record) => [record.answers[id]].flat().includes(answer)).length
}

/** All of a text that comes in pieces. */
export async function whole(pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
