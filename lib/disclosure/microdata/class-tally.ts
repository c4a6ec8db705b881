import { packedCode, packedItems } from '@/lib/records/packed-answers'
import { answersInCommonOf, joinAnswers, type AnswersInCommon } from './diversity'
import type { EquivalenceClass } from './equivalence-classes'

const placedItems = packedItems.filter(({ item }) => item.disclosure === 'sensitive')

/** Equivalence classes by a number that tells them apart. */
export type Classes = ReadonlyMap<number, EquivalenceClass>

/** How many records there are in some classes. */
export function countIn(classes: Classes, numbers: Iterable<number> = classes.keys()): number {
  let sum = 0
  for (const number of numbers) sum += classes.get(number)?.count ?? 0
  return sum
}

/** Puts records into equivalence classes one after the other, and keeps none of them. */
export interface ClassTally {
  /** Adds packed answers, which begin at `offset`, to the class of this number. */
  readonly add: (classNumber: number, packed: Uint8Array, offset: number) => void
  readonly classes: () => Classes
}

interface Growing {
  count: number
  readonly common: AnswersInCommon[]
}

export function createClassTally(): ClassTally {
  const growing = new Map<number, Growing>()
  return {
    add: (classNumber, packed, offset) => {
      const before = growing.get(classNumber)
      if (before === undefined) {
        const common = placedItems.map((placed) =>
          answersInCommonOf(placed.item, packedCode(packed, offset, placed)),
        )
        growing.set(classNumber, { count: 1, common })
        return
      }
      before.count += 1
      for (const [place, placed] of placedItems.entries()) {
        const own = answersInCommonOf(placed.item, packedCode(packed, offset, placed))
        before.common[place] = joinAnswers(placed.item, before.common[place] ?? 0, own)
      }
    },
    classes: () =>
      new Map([...growing].map(([number, { count, common }]) => [number, { count, common: [...common] }])),
  }
}
