import { z } from 'zod'
import type { ReleasePlan } from '@/lib/anonymisation/release-plan'
import { instrumentVersion } from '@/lib/instrument/versions'

/** A plan as it is stored with its release. */
export interface StoredPlan {
  readonly plan: ReleasePlan
  /** The questions that it is about: plans for others cannot be compared with it. */
  readonly instrumentVersion: string
  /** The earlier release whose plan it is again, for the responses that are left; null where it is one of its own. */
  readonly renews: string | null
}

const schema = z.strictObject({
  instrumentVersion: z.string(),
  renews: z.string().nullable(),
  levels: z.array(z.int().nonnegative()),
  released: z.array(z.string()),
})

/** JSON of a plan for today's questions. */
export function storePlan({ levels, released }: ReleasePlan, renews: string | null): string {
  return JSON.stringify({ instrumentVersion, renews, levels, released: [...released] })
}

/** Reads what `storePlan` wrote. Throws a ZodError for any other text. */
export function readPlan(stored: string): StoredPlan {
  const { levels, released, ...about } = schema.parse(JSON.parse(stored))
  return { ...about, plan: { levels, released: new Set(released) } }
}
