import { hierarchies, type LevelId } from '@/lib/anonymisation/hierarchies'
import { levelIds, quasiIdentifiers, type Levels } from '@/lib/anonymisation/quasi-identifiers'
import type { RecordTable } from '@/lib/anonymisation/record-tally'
import { releasing, type ReleasePlan } from '@/lib/anonymisation/release-plan'
import { packedItems, unanswered } from '@/lib/records/packed-answers'
import { usedNowAnswers, type ItemLevel, type ReleaseLevels } from '@/lib/export/record'
import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'

/** How the files tell of a level. */
const itemLevels = {
  band: 'options',
  option: 'options',
  usedNow: 'usedNow',
  all: 'withheld',
  withheld: 'withheld',
} as const satisfies Readonly<Record<LevelId, ItemLevel>>

/** How much the files tell of each item: the quasi-identifiers at these levels, all else as it was answered. */
export function releaseLevels(levels: Levels): ReleaseLevels {
  const chosen: Readonly<Record<string, LevelId>> = levelIds(levels)
  const entries = packedItems.map(({ item: { id } }) => [id, itemLevels[chosen[id] ?? 'option']])
  return Object.fromEntries(entries) as ReleaseLevels
}

/** The code that stands for an answer at a level. */
function codeAt(level: ItemLevel, option: string, place: number): number {
  if (level === 'withheld') return unanswered
  if (level === 'options') return place
  const told = hierarchies.usage[1].valueOf(option)
  return usedNowAnswers.findIndex((answer) => answer === told) + 1
}

/** For each code of a quasi-identifier, the code at its level. What is no code becomes "unanswered". */
function coarseCodes(item: CatalogueItem, level: ItemLevel): Uint8Array {
  const codes = new Uint8Array(256)
  for (const [index, option] of optionsOf(item).entries()) codes[index + 1] = codeAt(level, option, index + 1)
  return codes
}

/**
 * What a plan makes of one person's packed answers, at `offset` of `records`: coarsens them in place, and returns true; or
 * returns false, and they are withheld. `number` is that of their class in the plan's table. Answers to sensitive items stay as
 * they are. Which items apply is told: all records of a class agree in it.
 */
export function createGeneraliser(
  plan: ReleasePlan,
  table: RecordTable,
): (records: Uint8Array, offset: number, number: number) => boolean {
  const isReleased = releasing(plan, table)
  const levels = releaseLevels(plan.levels)
  const coarsened = quasiIdentifiers.flatMap(({ id }) =>
    packedItems
      .filter(({ item }) => item.id === id)
      .map(({ item, offset: place }) => ({ place, codes: coarseCodes(item, levels[id]) })),
  )
  return (records, offset, number) => {
    if (!isReleased(number)) return false
    for (const { place, codes } of coarsened) {
      records[offset + place] = codes[records[offset + place] ?? unanswered] ?? unanswered
    }
    return true
  }
}
