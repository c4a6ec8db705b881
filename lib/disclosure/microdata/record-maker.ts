import { packedBytes, packedItems, unpackAnswers } from '@/lib/records/packed-answers'
import { createCodeKey } from '@/lib/records/code-key'
import { notSaid, type RecordLayout } from './record-layout'

/** Makes of the packed answers at `offset` a released record in `target`, from `at`. */
export type MakeRecord = (packed: Uint8Array, offset: number, target: Uint8Array, at: number) => void

/** What the columns of a scheme read: all that is not given as it was answered. */
const read = packedItems.filter(({ item }) => item.disclosure === 'quasiIdentifier')

/**
 * Makes released records of this layout. Combinations of age and use are few and responses are many: what the columns of the
 * scheme say is found once for each combination.
 */
export function createRecordMaker({ scheme, items }: RecordLayout): MakeRecord {
  const keyOf = createCodeKey(read)
  const schemeCodes = new Map<number, Uint8Array>()
  // Neighbours in both are copied together.
  const copies: { from: number; to: number; bytes: number }[] = []
  for (const { item, offset } of items) {
    const from = packedItems.find((placed) => placed.item.id === item.id)?.offset ?? 0
    const bytes = packedBytes[item.kind]
    const last = copies.at(-1)
    if (last && last.from + last.bytes === from) last.bytes += bytes
    else copies.push({ from, to: offset, bytes })
  }

  const codesOf = (packed: Uint8Array, offset: number) => {
    const key = keyOf(packed, offset)
    const before = schemeCodes.get(key)
    if (before) return before
    const answers = unpackAnswers(packed, offset, read)
    const codes = Uint8Array.from(scheme, ({ column }) => {
      const said = column.valueOf(answers)
      return said === null ? notSaid : column.values.indexOf(said) + 1
    })
    schemeCodes.set(key, codes)
    return codes
  }

  return (packed, offset, target, at) => {
    target.set(codesOf(packed, offset), at)
    for (const { from, to, bytes } of copies) {
      for (let byte = 0; byte < bytes; byte += 1) target[at + to + byte] = packed[offset + from + byte] ?? 0
    }
  }
}
