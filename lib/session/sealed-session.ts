import { z } from 'zod'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { items } from '@/lib/instrument/catalogue'
import { firstVersion, instrumentVersion } from '@/lib/instrument/versions'
import { parseReceipt } from '@/lib/contribution/receipt'
import { openSeal, seal } from '@/lib/keys/seal'

/** How long a comparison can be looked at, in seconds. */
export const sessionSeconds = 2 * 60 * 60

/** One person's comparison, which travels in a sealed cookie and is kept nowhere else. */
export interface ComparisonSession {
  readonly answers: Answers
  /** The receipt of a contribution, made before there is one: contributing again is contributing once. */
  readonly receipt: string
  /** When the first comparison was asked for, in seconds since 1970. */
  readonly startedAt: number
  /** What a program contributed was left out, and is to look as if it had been kept. */
  readonly isDiscarded: boolean
}

/** What a sealed cookie held: a session, nothing because there was none, or something that can no longer be read. */
export type UnsealedSession =
  | ({ readonly kind: 'session' } & ComparisonSession)
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }

const payload = z.object({
  answers: z.unknown(),
  receipt: z.string().refine((receipt) => parseReceipt(receipt) === receipt),
  startedAt: z.int().nonnegative(),
  isDiscarded: z.boolean(),
  // A response says which version of the instrument it answered: answers to another one are not contributed as its own.
  version: z.literal(instrumentVersion).prefault(firstVersion),
})

/** Answers that are at least as long as any that somebody can give: every item, with its longest option or all of them. */
const longestAnswers = Object.fromEntries(
  items.map((item) => {
    const byLength = optionsOf(item).toSorted((one, other) => other.length - one.length)
    return [item.id, item.kind === 'single' ? byLength[0] : byLength]
  }),
)

const lengthOf = (answers: object, isDiscarded: boolean) => JSON.stringify({ answers, isDiscarded }).length
const longestLength = lengthOf(longestAnswers, false)

/**
 * Encrypts and signs a session so that only this site can read it, for `sessionSeconds`. All seals have one length: somebody who sees
 * encrypted traffic, or a list of cookies, does not see how much was answered.
 */
export async function sealSession(session: ComparisonSession, secret: string): Promise<string> {
  const padding = ' '.repeat(Math.max(0, longestLength - lengthOf(session.answers, session.isDiscarded)))
  const padded = { ...session, version: instrumentVersion, padding }
  return seal(padded, secret, sessionSeconds)
}

/**
 * Opens what `sealSession` made. Expired, changed and foreign seals, and answers to another version of the instrument, are
 * `unreadable`; never throws on bad input.
 */
export async function unsealSession(sealed: string | undefined, secret: string): Promise<UnsealedSession> {
  if (sealed === undefined || sealed === '') return { kind: 'none' }
  const opened = payload.safeParse(await openSeal(sealed, secret))
  const parsed = opened.success ? parseAnswers(opened.data.answers) : null
  if (!opened.success || !parsed?.ok) return { kind: 'unreadable' }
  const { receipt, startedAt, isDiscarded } = opened.data
  return { kind: 'session', answers: parsed.answers, receipt, startedAt, isDiscarded }
}
