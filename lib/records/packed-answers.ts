import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { isShown } from '@/lib/instrument/visibility'

// A million people's answers are more than a gigabyte of JSON. Packed, each item takes one byte, or two where several
// options can be chosen: a file of its own that is read many times as fast, and turned into every other form.

/** What stands for an item that was not answered. Otherwise: the option's place, from 1; or one bit for each chosen option. */
export const unanswered = 0

/** What stands for an item that was not asked, since its condition is false. */
export const notAsked = { single: 0xff, multiple: 0xff_ff } as const

/** What stands for an item that did not exist yet when the person answered. */
export const askedLater = { single: 0xfe, multiple: 0xff_fe } as const

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

/** What is needed to pack each item: the code of each option, and the bits of those that exclude all others. */
export const packers = packedItems.map(({ item, offset }) => {
  const options = optionsOf(item)
  const codeOf = new Map<unknown, number>(
    options.map((option, place) => [option, item.kind === 'single' ? place + 1 : 1 << place]),
  )
  const exclusive = options
    .filter((option) => exclusiveOptions.has(option))
    .reduce((bits, option) => bits | (codeOf.get(option) ?? 0), 0)
  return { item, offset, codeOf, exclusive }
})

/** The bits of several options; null where they are not a choice that the catalogue knows. */
function bitsOf(chosen: unknown, { codeOf, exclusive }: (typeof packers)[number]): number | null {
  if (!Array.isArray(chosen) || chosen.length === 0) return null
  let bits = 0
  for (const option of chosen) {
    const bit = codeOf.get(option)
    if (bit === undefined || (bits & bit) !== 0) return null
    bits |= bit
  }
  return (bits & exclusive) !== 0 && chosen.length > 1 ? null : bits
}

/**
 * Packs answers that were stored into `packedSize` bytes of `target`, from `offset`. Answers to items that do not apply
 * are left out. Returns false, and leaves the bytes undefined, for exactly what `parseAnswers` refuses: other items or
 * options than the catalogue's, or choices that exclude each other. Many times as fast as parsing.
 */
export function packAnswers(
  given: Readonly<Record<string, unknown>>,
  target: Uint8Array,
  offset: number,
): boolean {
  let known = 0
  for (const packer of packers) {
    const { item } = packer
    const at = offset + packer.offset
    const answer = given[item.id]
    const isMultiple = item.kind === 'multiple'
    let code: number = unanswered
    if (answer !== undefined) {
      const found = isMultiple ? bitsOf(answer, packer) : (packer.codeOf.get(answer) ?? null)
      if (found === null) return false
      code = found
      known += 1
    }
    target[at] = code & 0xff
    if (isMultiple) target[at + 1] = code >> 8
  }
  if (known !== Object.keys(given).length) return false
  markNotAsked(given, target, offset)
  return true
}

const conditional = packers.filter(({ item }) => item.shownWhen !== null)

function markNotAsked(answers: Answers, target: Uint8Array, offset: number): void {
  for (const { item, offset: place } of conditional) {
    if (isShown(item, answers)) continue
    target.fill(0xff, offset + place, offset + place + packedBytes[item.kind])
  }
}

/** What stands for an item in the packed answers that begin at `offset`. */
export function packedCode(packed: Uint8Array, offset: number, { item, offset: place }: PackedItem): number {
  const first = packed[offset + place] ?? unanswered
  return item.kind === 'single' ? first : first | ((packed[offset + place + 1] ?? 0) << 8)
}

/** Packed answers as answers again, without those to items that were not asked. */
export function unpackAnswers(packed: Uint8Array, offset: number): Answers {
  const entries = packedItems.flatMap((placed) => {
    const { item } = placed
    const code = packedCode(packed, offset, placed)
    if (code === unanswered || code === notAsked[item.kind]) return []
    const options = optionsOf(item)
    const answer =
      item.kind === 'single' ? options[code - 1] : options.filter((_, bit) => (code & (1 << bit)) !== 0)
    return [[item.id, answer] as const]
  })
  return Object.fromEntries(entries) as Answers
}
