import { optionsOf, type Answers } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { isShown } from '@/lib/instrument/visibility'
import { withoutWithdrawn } from '@/lib/instrument/withdrawn'
import { createCodeKey } from './code-key'
import {
  notApplicable,
  notAsked,
  packedItems,
  packedSize,
  setPackedCode,
  unanswered,
  type PackedItem,
} from './packed-answers'

/** What is needed to pack each item: the code of each option, and the bits of those that exclude all others. */
const packers = packedItems.map((placed) => {
  const { item } = placed
  const codeOf = new Map<unknown, number>(
    optionsOf(item).map((option, place) => [option, item.kind === 'single' ? place + 1 : 1 << place]),
  )
  const exclusive = [...codeOf]
    .filter(([option]) => exclusiveOptions.has(String(option)))
    .reduce((bits, [, bit]) => bits | bit, 0)
  return { placed, isMultiple: item.kind === 'multiple', codeOf, exclusive }
})
type ItemPacker = (typeof packers)[number]

/** The bits of several options; undefined where they are not a choice that the catalogue knows. */
function bitsOf(chosen: unknown, { codeOf, exclusive }: ItemPacker): number | undefined {
  if (!Array.isArray(chosen) || chosen.length === 0) return undefined
  let bits = 0
  for (const option of chosen) {
    const bit = codeOf.get(option)
    if (bit === undefined || (bits & bit) !== 0) return undefined
    bits |= bit
  }
  return (bits & exclusive) !== 0 && chosen.length > 1 ? undefined : bits
}

/** What JSON holds; undefined where a text is none. Errors of `JSON.parse` repeat the text, and errors end up in logs. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const conditional = packedItems.filter(({ item }) => item.shownWhen !== null)
const decidingIds = new Set<string>(conditional.flatMap(({ item }) => item.shownWhen?.of ?? []))
const deciding = packedItems.filter(({ item }) => decidingIds.has(item.id))

/** Packs the stored text of a response's answers into `target`, from `offset`. Returns whether it could. */
export type PackResponse = (stored: string, target: Uint8Array, offset: number) => boolean

/**
 * Reads responses of people to whom the items were put of which `wasAsked` is true, where many are read: each is parsed as JSON and packed into `packedSize` bytes. Answers to items that
 * do not apply are left out. Returns false, and leaves the bytes undefined, for text that is not JSON, for exactly what
 * `parseAnswers` refuses (other items or options than the catalogue's, choices that exclude each other), and for an answer to
 * an item that was not asked. Many times as fast as `parseAnswers`.
 */
export function createResponsePacker(wasAsked: (item: CatalogueItem) => boolean): PackResponse {
  const byId = new Map<string, ItemPacker>(
    packers.filter(({ placed }) => wasAsked(placed.item)).map((packer) => [packer.placed.item.id, packer]),
  )
  const nobody = new Uint8Array(packedSize)
  for (const placed of packedItems) {
    const { item } = placed
    setPackedCode(nobody, 0, placed, wasAsked(item) ? unanswered : notAsked[item.kind])
  }
  const mayBeHidden = conditional.filter(({ item }) => wasAsked(item))
  const keyOf = createCodeKey(deciding)
  // Answers that decide which items apply come again and again: what does not apply is found once for each.
  const hiddenBy = new Map<number, readonly PackedItem[]>()

  const hiddenItems = (answers: Answers, key: number) => {
    const before = hiddenBy.get(key)
    if (before) return before
    const hidden = mayBeHidden.filter(({ item }) => !isShown(item, answers))
    hiddenBy.set(key, hidden)
    return hidden
  }

  return (stored, target, offset) => {
    const given = valueIn(stored)
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
    const answers = withoutWithdrawn(given as Readonly<Record<string, unknown>>)
    target.set(nobody, offset)
    for (const id in answers) {
      const packer = byId.get(id)
      if (packer === undefined) return false
      const answer = answers[id]
      const code = packer.isMultiple ? bitsOf(answer, packer) : packer.codeOf.get(answer)
      if (code === undefined) return false
      setPackedCode(target, offset, packer.placed, code)
    }
    for (const placed of hiddenItems(answers, keyOf(target, offset))) {
      setPackedCode(target, offset, placed, notApplicable[placed.item.kind])
    }
    return true
  }
}
