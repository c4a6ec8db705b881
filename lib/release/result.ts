import { z } from 'zod'
import type { NoRelease } from '@/lib/anonymisation/no-release'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import type { RiskReport } from '@/lib/anonymisation/risk-report'

/** What was found when a release was prepared. */
export type ReleaseResult =
  | {
      readonly outcome: 'prepared'
      readonly report: RiskReport
      /** Whether it has the cut-off of the last release again, since fewer new responses came than k. */
      readonly isRepeated: boolean
      /** Responses that came after the last delivered release's cut-off, all of them before the first one. */
      readonly newCount: number
    }
  /** No response is of a week that is over. */
  | { readonly outcome: 'refused'; readonly reason: 'noResponses' }
  /** No combination of levels meets the rules. */
  | { readonly outcome: 'refused'; readonly reason: 'rules'; readonly why: NoRelease }
  /** Earlier releases were delivered with other questions: what they tell cannot be compared. */
  | { readonly outcome: 'refused'; readonly reason: 'otherInstrument' }

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)

const report = z.strictObject({
  records: count,
  exported: count,
  withheld: count,
  withheldShare: share,
  classes: count,
  smallestClass: count,
  medianClass: z.number().positive(),
  highestRisk: share,
  averageRisk: share,
  uniqueBeforeShare: share,
  levels: z.strictObject(
    Object.fromEntries(
      quasiIdentifiers.map(({ id, levels }) => [id, z.enum(levels.map((level) => level.id))]),
    ),
  ),
  loss: share,
  differentAnswers: count.nullable(),
})

const why = z.strictObject({
  records: count,
  inSmallClasses: count,
  inUniformClasses: count,
  largestK: count.nullable(),
  leastWithheldShare: share.nullable(),
})

const schema = z.union([
  z.strictObject({ outcome: z.literal('prepared'), report, isRepeated: z.boolean(), newCount: count }),
  z.strictObject({ outcome: z.literal('refused'), reason: z.enum(['noResponses', 'otherInstrument']) }),
  z.strictObject({ outcome: z.literal('refused'), reason: z.literal('rules'), why }),
])

/** The result that is stored with a release. Throws a ZodError for any other text. */
export function readResult(stored: string): ReleaseResult {
  return schema.parse(JSON.parse(stored)) as ReleaseResult
}
