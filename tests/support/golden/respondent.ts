import type { Answers } from '@/lib/instrument/answers'
import { tools } from '@/lib/instrument/tools'

/**
 * Five people, and for each published figure what the comparison must say, worked out by hand from the published
 * table: `yes 48`, the indicator is true of the person and 48 in 100 answer alike; `no 52`, it is false and 52 do; a
 * word between the two is the precision; `other`, the figure is about another group; `?`, the person did not answer;
 * `unclear`, the person answered and the source leaves open whether the answer counts.
 * Figures about two tools have a reading for each, conversational AI first.
 */
export interface GoldenRespondent {
  readonly name: string
  readonly answers: Answers
  readonly expected: Readonly<Record<string, string>>
}

/** The same answer to the same question about each tool. */
export function forEachTool(part: 'usage' | 'trust' | 'effectiveness', option: string): Answers {
  return Object.fromEntries(tools.map((tool) => [`${part}.${tool}`, option]))
}
