import { notApplicable, notAsked, unanswered } from '@/lib/records/packed-answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'

/**
 * The answers of some people to a sensitive question, as far as they decide whether these are diverse: of a single choice, a
 * bit for each answer that was given (the lowest one for none); of several choices, a bit for each option that all have chosen.
 */
export type AnswersInCommon = number

/** Of a question that was not put to them. Whether it was follows from what an equivalence class agrees in. */
export const notPut = -1

/** A question put to nobody yet: adding anybody gives their answers. */
export function answersInCommonOf({ kind }: CatalogueItem, code: number): AnswersInCommon {
  if (code === notApplicable[kind] || code === notAsked[kind]) return notPut
  return kind === 'single' ? 1 << code : code
}

/** The answers of two groups of one equivalence class, taken together. */
export function joinAnswers(
  { kind }: CatalogueItem,
  one: AnswersInCommon,
  other: AnswersInCommon,
): AnswersInCommon {
  if (one === notPut || other === notPut) return notPut
  return kind === 'single' ? one | other : one & other
}

/**
 * Whether nobody's answer to a sensitive question follows from belonging to the group. Of a single choice, two different
 * answers at least were given, and leaving it out is one; of several choices, no option was chosen by all. A question that all
 * left out, or that was not put to them, tells nothing.
 *
 * Source: A. Machanavajjhala et al., "l-diversity: privacy beyond k-anonymity", ACM TKDD 1 (2007), distinct l-diversity with
 * l = 2, asked of every sensitive attribute by itself; for sets of options, of each option.
 */
export function isDiverse({ kind }: CatalogueItem, common: AnswersInCommon): boolean {
  if (common === notPut) return true
  if (kind === 'multiple') return common === unanswered
  const isOneAnswer = (common & (common - 1)) === 0
  return !isOneAnswer || common === 1 << unanswered
}
