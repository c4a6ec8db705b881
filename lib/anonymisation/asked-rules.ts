import { ruleLimits } from './release-rules'

/** The rules that whoever asks for a release chooses, in whole numbers; shares in percent. */
export interface AskedRules {
  readonly smallestClass: number
  readonly largestWithheldPercent: number
}

export type AskedRuleName = keyof AskedRules

/** What a rule may be: whole numbers, both ends included. */
interface RuleRange {
  readonly least: number
  readonly most: number
  /** What is asked where nothing else is said. */
  readonly usual: number
}

const { k, largestWithheldShare } = ruleLimits

const percentOf = (ofOne: number) => Math.round(100 * ofOne)

/** What each rule may be, in the order in which they are asked for. */
export const askedRanges: Readonly<Record<AskedRuleName, RuleRange>> = {
  smallestClass: k,
  largestWithheldPercent: {
    least: percentOf(largestWithheldShare.least),
    most: percentOf(largestWithheldShare.most),
    usual: percentOf(largestWithheldShare.usual),
  },
}

/** What is wrong with what was typed for a rule. */
export type RuleProblem = 'notWhole' | 'outOfRange'

export type ParsedRules =
  | { readonly ok: true; readonly rules: AskedRules }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<AskedRuleName, RuleProblem>>> }

function parseRule(name: AskedRuleName, typed: string): number | RuleProblem {
  const { least, most } = askedRanges[name]
  const text = typed.trim()
  // Not `Number` alone, which takes "", "1e1" and "0x10".
  if (!/^\d{1,9}$/.test(text)) return 'notWhole'
  return Number(text) < least || Number(text) > most ? 'outOfRange' : Number(text)
}

/** Reads the rules that a form asks for, as text; all problems, or all rules. */
export function parseAskedRules(typed: Readonly<Record<AskedRuleName, string>>): ParsedRules {
  const smallestClass = parseRule('smallestClass', typed.smallestClass)
  const largestWithheldPercent = parseRule('largestWithheldPercent', typed.largestWithheldPercent)
  if (typeof smallestClass === 'number' && typeof largestWithheldPercent === 'number') {
    return { ok: true, rules: { smallestClass, largestWithheldPercent } }
  }
  const problems = {
    ...(typeof smallestClass === 'string' && { smallestClass }),
    ...(typeof largestWithheldPercent === 'string' && { largestWithheldPercent }),
  }
  return { ok: false, problems }
}

/** The least whole percent that lets a share of records, 0 to 1, be withheld; null where it is more than may be asked for. */
export function percentThatLets(share: number): number | null {
  const { least, most } = askedRanges.largestWithheldPercent
  for (let percent = least; percent <= most; percent += 1) {
    if (share <= percent / 100) return percent
  }
  return null
}
