import { optionsOf } from '@/lib/instrument/answers'
import type { ItemId } from '@/lib/instrument/catalogue'
import { codedAnswers, type MissingKind } from './codes'
import {
  notAsked,
  packedBytes,
  packedCode,
  packedItems,
  packedSize,
  unanswered,
  type PackedItem,
} from '@/lib/records/packed-answers'
import type { RecordBatches, ReleaseLevels } from './record'

/** How many records have each answer to an item, and how many have none, by the reason. */
export interface ItemTally {
  readonly answers: ReadonlyMap<string, number>
  readonly missing: Readonly<Record<MissingKind, number>>
}

/** Counts the records of a release as they pass. */
export interface ReleaseTally {
  /** The same batches, counted. */
  readonly counting: (batches: RecordBatches) => Generator<Uint8Array>
  readonly records: () => number
  readonly of: (id: ItemId) => ItemTally
}

/** How many records have each code of an item. */
interface Counter {
  readonly placed: PackedItem
  readonly counts: Uint32Array
}

function countBatch({ placed, counts }: Counter, batch: Uint8Array): void {
  for (let record = 0; record < batch.length; record += packedSize) {
    const code = packedCode(batch, record, placed)
    counts[code] = (counts[code] ?? 0) + 1
  }
}

/** How many records chose the option of each bit. */
function chosenCounts({ placed: { item }, counts }: Counter): ReadonlyMap<string, number> {
  const choices = [...counts.entries()].filter(([bits, count]) => count > 0 && bits !== notAsked.multiple)
  return new Map(
    optionsOf(item).map((option, place) => [
      option,
      choices.reduce((sum, [bits, count]) => sum + ((bits & (1 << place)) !== 0 ? count : 0), 0),
    ]),
  )
}

/** A tally of records at these levels, at nought. What stands for withheld items is not counted. */
export function createReleaseTally(levels: ReleaseLevels): ReleaseTally {
  const counters = packedItems.map((placed) => ({
    placed,
    counts: new Uint32Array(256 ** packedBytes[placed.item.kind]),
  }))
  const told = counters.filter(({ placed: { item } }) => levels[item.id] !== 'withheld')
  let records = 0
  return {
    *counting(batches) {
      for (const batch of batches) {
        for (const counter of told) countBatch(counter, batch)
        records += batch.length / packedSize
        yield batch
      }
    },
    records: () => records,
    of: (id) => {
      const counter = counters.find(({ placed }) => placed.item.id === id)
      if (!counter) throw new Error(`no such item: ${id}`)
      const { placed, counts } = counter
      const { item } = placed
      if (levels[id] === 'withheld') {
        return { answers: new Map(), missing: { unanswered: 0, notApplicable: 0, withheld: records } }
      }
      const answers =
        item.kind === 'multiple'
          ? chosenCounts(counter)
          : new Map(
              codedAnswers(item, levels[id]).map((answer, place) => [answer.id, counts[place + 1] ?? 0]),
            )
      const missing = {
        unanswered: counts[unanswered] ?? 0,
        notApplicable: counts[notAsked[item.kind]] ?? 0,
        withheld: 0,
      }
      return { answers, missing }
    },
  }
}
