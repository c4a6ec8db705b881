import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { codedAnswers, type CodedAnswer, type MissingKind } from './codes'
import { notAsked, unanswered } from '@/lib/records/packed-answers'
import type { ItemLevel } from './record'

/** How a file writes the cells of an item, with what stands between cells. */
export interface CellTexts {
  readonly single: (answer: CodedAnswer) => string
  /** The chosen ones of the options, one at least, in the catalogue's order. */
  readonly multiple: (chosen: readonly string[]) => string
  readonly missing: (kind: MissingKind) => string
}

/** The options that the bits stand for; null where nobody can choose them, alone or together. */
function chosenOf(item: CatalogueItem, bits: number): readonly string[] | null {
  const options = optionsOf(item)
  if (bits >= 1 << options.length) return null
  const chosen = options.filter((_, place) => (bits & (1 << place)) !== 0)
  return chosen.length > 1 && chosen.some((option) => exclusiveOptions.has(option)) ? null : chosen
}

function answerText(item: CatalogueItem, level: ItemLevel, code: number, texts: CellTexts): string | null {
  if (item.kind === 'single') {
    const answer = codedAnswers(item, level)[code - 1]
    return answer ? texts.single(answer) : null
  }
  const chosen = level === 'options' ? chosenOf(item, code) : null
  return chosen && texts.multiple(chosen)
}

/**
 * The cells of one item of a released record, from its code. Throws on a code that the item does not have at this level: what
 * is not known is not let through. At the level `withheld` every code is written alike.
 */
export function cellsOf(item: CatalogueItem, level: ItemLevel, code: number, texts: CellTexts): string {
  if (level === 'withheld') return texts.missing('withheld')
  if (code === unanswered) return texts.missing('unanswered')
  if (code === notAsked[item.kind]) return texts.missing('notApplicable')
  const text = answerText(item, level, code, texts)
  // Names the item and not the answer: errors end up in logs.
  if (text === null)
    throw new Error(`a record of the release has an answer to ${item.id} that cannot be released`)
  return text
}
