import type { RecordTable } from '@/lib/anonymisation/record-tally'
import type { ReleasePlan } from '@/lib/anonymisation/release-plan'
import {
  notAsked,
  packAnswers,
  packedCode,
  packedItems,
  packedSize,
  unanswered,
} from '@/lib/records/packed-answers'
import { usedNowAnswers } from '@/lib/export/record'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import type { ItemId } from '@/lib/instrument/catalogue'
import { createGeneraliser as createPackedGeneraliser, releaseLevels } from '@/lib/release/generalise'

/** What a file says of each item: an option, a list of them, a coarser value, `unanswered`, `notApplicable`, `withheld` or `all`. */
export type ReleasedRecord = Readonly<Record<ItemId, string | readonly string[]>>

/** What a plan makes of one person's answers, in words: the packed records that files are made of, read by their layout. */
export function createGeneraliser(
  plan: ReleasePlan,
  table: RecordTable,
): (answers: Answers, number: number) => ReleasedRecord | 'withheld' {
  const generalise = createPackedGeneraliser(plan, table)
  const levels = releaseLevels(plan.levels)
  return (answers, number) => {
    const packed = new Uint8Array(packedSize)
    if (!packAnswers(answers, packed, 0)) throw new Error('not valid answers')
    if (!generalise(packed, 0, number)) return 'withheld'
    const entries = packedItems.map((placed) => {
      const { id, kind } = placed.item
      const code = packedCode(packed, 0, placed)
      if (levels[id] === 'withheld') {
        if (code !== unanswered) throw new Error(`${id} is withheld and told`)
        return [id, id === 'ageBand' ? 'all' : 'withheld']
      }
      if (code === unanswered) return [id, 'unanswered']
      if (code === notAsked[kind]) return [id, 'notApplicable']
      const options = levels[id] === 'usedNow' ? usedNowAnswers : optionsOf(placed.item)
      return [
        id,
        kind === 'single' ? options[code - 1] : options.filter((_, bit) => (code & (1 << bit)) !== 0),
      ]
    })
    return Object.fromEntries(entries) as ReleasedRecord
  }
}
