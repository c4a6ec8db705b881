import { optionsOf } from '@/lib/instrument/answers'
import { notApplicable, notAsked, packedCode, type PackedItem } from './packed-answers'

/**
 * One whole number for what packed answers hold of some single choices, different for different codes: a key under which what depends
 * on those answers alone is computed once. Throws on a multiple choice, and where there are more codes than whole numbers.
 */
export function createCodeKey(
  placedItems: readonly PackedItem[],
): (packed: Uint8Array, offset: number) => number {
  if (placedItems.some(({ item }) => item.kind === 'multiple'))
    throw new Error('a choice of several has no key')
  // Unanswered, each option, not asked, does not apply.
  const radix = Math.max(0, ...placedItems.map(({ item }) => optionsOf(item).length)) + 3
  if (radix ** placedItems.length > Number.MAX_SAFE_INTEGER) throw new Error('too many answers for one key')
  const digitOf = Uint8Array.from({ length: 256 }, (_, code) => code)
  digitOf[notAsked.single] = radix - 2
  digitOf[notApplicable.single] = radix - 1
  return (packed, offset) => {
    let key = 0
    for (const placed of placedItems) key = key * radix + (digitOf[packedCode(packed, offset, placed)] ?? 0)
    return key
  }
}
