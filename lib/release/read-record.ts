import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import { classNumberOf, recordOf, type RecordClass } from '@/lib/anonymisation/record-classes'
import { diverseItem } from '@/lib/anonymisation/variety'
import {
  packAnswers,
  packedBytes,
  packedCode,
  packedItems,
  unpackAnswers,
  type PackedItem,
} from '@/lib/records/packed-answers'
import type { Answers } from '@/lib/instrument/answers'
import { isShown } from '@/lib/instrument/visibility'
import { scanAnswers } from './scan-answers'

/** A class of one record. */
export interface OwnClass {
  /** See `classNumberOf`. */
  readonly number: number
  readonly record: RecordClass
}

const known = packedItems.filter(({ item }) => quasiIdentifiers.some(({ id }) => id === item.id))
const conditional = packedItems.filter(({ item }) => item.shownWhen !== null)
const diverse = packedItems.filter(({ item }) => item.id === diverseItem.id)

/** Codes of a quasi-identifier are below this. */
const codes = 8

const codeOf = (packed: Uint8Array, places: readonly PackedItem[]) =>
  places.reduce((all, placed) => all * codes + packedCode(packed, 0, placed), 0)

/**
 * Reads responses one after the other: packs the stored text into the beginning of `packed`, and returns its class; null where
 * the text does not hold valid answers. What depends on the quasi-identifiers alone, or on the diverse item alone, is computed
 * once for each of their answers: responses are many, and these are few.
 */
export function createRecordReader(): (text: string, packed: Uint8Array) => OwnClass | null {
  const profiles = new Map<number, { readonly number: number; readonly hidden: readonly PackedItem[] }>()
  const records = new Map<number, RecordClass>()

  const profileOf = (packed: Uint8Array) => {
    const key = codeOf(packed, known)
    const before = profiles.get(key)
    if (before) return before
    const answers = unpackAnswers(packed, 0)
    const hidden = conditional.filter(({ item }) => !isShown(item, answers))
    const profile = { number: classNumberOf(answers), hidden }
    profiles.set(key, profile)
    return profile
  }

  return (text, packed) => {
    if (!scanAnswers(text, packed, 0) && !packAnswers(JSON.parse(text) as Answers, packed, 0)) return null
    const { number, hidden } = profileOf(packed)
    for (const { item, offset } of hidden) packed.fill(0xff, offset, offset + packedBytes[item.kind])
    const key = codeOf(packed, diverse)
    let record = records.get(key)
    if (!record) {
      record = recordOf(unpackAnswers(packed, 0), number)
      records.set(key, record)
    }
    return { number, record }
  }
}
