import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { codedAnswers, type CodedAnswer, type MissingKind } from './codes'
import { notApplicable, type ItemLevel, type ReleasedAnswer } from './record'

/** How a file writes the cells of an item, with what stands between cells. */
export interface CellTexts {
  readonly single: (answer: CodedAnswer) => string
  /** The chosen ones of the options, one at least, in the catalogue's order. */
  readonly multiple: (chosen: readonly string[]) => string
  readonly missing: (kind: MissingKind) => string
}

export type CellWriter = (answer: ReleasedAnswer | undefined) => string

/** Names the item and not the answer: errors end up in logs. */
function refuse(item: CatalogueItem): never {
  throw new Error(`a record of the release has an answer to ${item.id} that cannot be released`)
}

function singleWriter(item: CatalogueItem, level: ItemLevel, texts: CellTexts): CellWriter {
  const known = new Map<unknown, string>([
    [undefined, texts.missing('unanswered')],
    [null, texts.missing('unanswered')],
    [notApplicable, texts.missing('notApplicable')],
    ...codedAnswers(item, level).map((answer) => [answer.id, texts.single(answer)] as const),
  ])
  return (answer) => known.get(answer) ?? refuse(item)
}

function multipleWriter(item: CatalogueItem, texts: CellTexts): CellWriter {
  const unanswered = texts.missing('unanswered')
  const doesNotApply = texts.missing('notApplicable')
  const options = optionsOf(item)
  const bits = new Map(options.map((option, place) => [option, 2 ** place]))
  // The same choices come again and again: each combination is put into words once.
  const known = new Map<number, string>()
  return (answer) => {
    if (answer === undefined || answer === null) return unanswered
    if (answer === notApplicable) return doesNotApply
    if (typeof answer === 'string' || answer.length === 0) return refuse(item)
    let choice = 0
    for (const option of answer) choice |= bits.get(option) ?? refuse(item)
    let text = known.get(choice)
    if (text === undefined) {
      text = texts.multiple(options.filter((_, place) => choice & (2 ** place)))
      known.set(choice, text)
    }
    return text
  }
}

/**
 * Writes the cells of one item. Throws on an answer that the item does not have at this level: what is not known is not
 * let through. At the level `withheld` answers are not even looked at.
 */
export function cellWriter(item: CatalogueItem, level: ItemLevel, texts: CellTexts): CellWriter {
  if (level === 'withheld') {
    const withheld = texts.missing('withheld')
    return () => withheld
  }
  return item.kind === 'single' ? singleWriter(item, level, texts) : multipleWriter(item, texts)
}
