import type { Answers } from '@/lib/instrument/answers'
import { tools } from '@/lib/instrument/tools'
import type { Comparison } from './compare'
import { usesNow } from './usage'

/**
 * The comparisons that stand above all others, chosen by one rule that is the same for everybody: the use of any tool; trust in
 * the first tool of the catalogue that the person uses now and of which trust was published, teleconsultation for who uses
 * none of them; the theft of data; human support. Fewer where a wave published fewer.
 */
export function landmarks(answers: Answers, comparisons: readonly Comparison[]): readonly Comparison[] {
  const among = (code: string) =>
    comparisons.filter(({ figure }) => figure.population === 'french' && figure.indicator === code)
  const used = tools.find((tool) => usesNow(tool).test(answers) === true && among(`trust.${tool}`).length > 0)
  return [
    'usage.any',
    `trust.${used ?? 'teleconsultation'}`,
    'risk.dataTheft',
    'expectation.humanSupport',
  ].flatMap(among)
}
