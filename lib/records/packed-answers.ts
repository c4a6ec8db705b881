import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'

// A million people's answers are more than a gigabyte of JSON. Packed, each item takes one byte, or two where several
// options can be chosen: a file of its own that is read many times as fast, and turned into every other form.

/** What stands for an item that was not answered. Otherwise: the option's place, from 1; or one bit for each chosen option. */
export const unanswered = 0

/** What stands for an item that does not apply, since its condition is false. */
export const notApplicable = { single: 0xff, multiple: 0xff_ff } as const

/** What stands for an item that the questionnaire did not have when the person answered. */
export const notAsked = { single: 0xfe, multiple: 0xff_fe } as const

/** Bytes that an answer takes. */
export const packedBytes = { single: 1, multiple: 2 } as const

const offsets = items.map((_, place) =>
  items.slice(0, place).reduce((before, { kind }) => before + packedBytes[kind], 0),
)

/** Bytes that one person's answers take. */
export const packedSize = items.reduce((before, { kind }) => before + packedBytes[kind], 0)

/** Where an item stands: the place of its first byte. */
export interface PackedItem {
  readonly item: CatalogueItem
  readonly offset: number
}

/** Every item in the questionnaire's order. */
export const packedItems: readonly PackedItem[] = items.map((item, place) => ({
  item,
  offset: offsets[place] ?? 0,
}))

/** What stands for an item in the packed answers that begin at `offset`. */
export function packedCode(packed: Uint8Array, offset: number, { item, offset: place }: PackedItem): number {
  const first = packed[offset + place] ?? unanswered
  return item.kind === 'single' ? first : first | ((packed[offset + place + 1] ?? 0) << 8)
}

/** Writes what stands for an item into the packed answers that begin at `offset`. */
export function setPackedCode(
  packed: Uint8Array,
  offset: number,
  { item, offset: place }: PackedItem,
  code: number,
): void {
  packed[offset + place] = code & 0xff
  if (item.kind === 'multiple') packed[offset + place + 1] = code >> 8
}

/** Whether a code stands for an answer: the person chose something. */
export function isAnswer({ kind }: CatalogueItem, code: number): boolean {
  return code !== unanswered && code !== notApplicable[kind] && code !== notAsked[kind]
}

/** Packed answers as answers again, to these items alone: nothing of items without one. */
export function unpackAnswers(
  packed: Uint8Array,
  offset: number,
  placedItems: readonly PackedItem[] = packedItems,
): Answers {
  const entries = placedItems.flatMap((placed) => {
    const { item } = placed
    const code = packedCode(packed, offset, placed)
    if (!isAnswer(item, code)) return []
    const options = optionsOf(item)
    const answer =
      item.kind === 'single' ? options[code - 1] : options.filter((_, bit) => (code & (1 << bit)) !== 0)
    return [[item.id, answer] as const]
  })
  return Object.fromEntries(entries) as Answers
}
