import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { notApplicable, notAsked, unanswered } from '@/lib/records/packed-answers'
import { codedAnswers, type CodedAnswer, type MissingKind } from './codes'
import type { Variable } from './variables'

/** How a file writes the cells of a variable, with what stands between cells. */
export interface CellTexts {
  readonly single: (answer: CodedAnswer) => string
  /** The chosen ones of the options, one at least, in the catalogue's order. */
  readonly multiple: (chosen: readonly string[]) => string
  readonly missing: (kind: MissingKind) => string
}

/** The options that the bits stand for; null where nobody can choose them, alone or together. */
function chosenOf(options: readonly string[], bits: number): readonly string[] | null {
  if (bits >= 1 << options.length) return null
  const chosen = options.filter((_, place) => (bits & (1 << place)) !== 0)
  return chosen.length > 1 && chosen.some((option) => exclusiveOptions.has(option)) ? null : chosen
}

function answerText({ kind, options }: Variable, code: number, texts: CellTexts): string | null {
  if (kind === 'single') {
    const answer = codedAnswers(options)[code - 1]
    return answer ? texts.single(answer) : null
  }
  const chosen = chosenOf(options, code)
  return chosen && texts.multiple(chosen)
}

/** Why there is no answer behind a code; null where there is one, or the code is none. */
export function missingKindOf({ kind, field }: Variable, code: number): MissingKind | null {
  if (code === unanswered) return 'unanswered'
  if ('column' in field) return null
  if (code === notAsked[kind]) return 'notAsked'
  return code === notApplicable[kind] && field.item.shownWhen !== null ? 'notApplicable' : null
}

/**
 * The cells of a variable in a released record, from its code. Throws on a code that the variable does not have: what is not
 * known is not let through.
 */
export function cellsOf(variable: Variable, code: number, texts: CellTexts): string {
  const missing = missingKindOf(variable, code)
  const text = missing === null ? answerText(variable, code, texts) : texts.missing(missing)
  // Names the variable and not the answer: errors end up in logs.
  if (text === null)
    throw new Error(`a record of the edition has a code of ${variable.name} that cannot be released`)
  return text
}

/** The reasons for which a variable can have no answer. */
export function missingKindsOf({ field }: Variable): readonly MissingKind[] {
  if ('column' in field) return ['unanswered']
  return field.item.shownWhen === null
    ? ['unanswered', 'notAsked']
    : ['unanswered', 'notAsked', 'notApplicable']
}
