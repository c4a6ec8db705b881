import { sealData, unsealData } from 'iron-session'
import { z } from 'zod'
import type { Answers } from '@/lib/instrument/answers'
import { parseAnswers } from '@/lib/instrument/answers-schema'

/** How long a comparison can be looked at, in seconds. */
export const sessionSeconds = 2 * 60 * 60

/** What a sealed cookie held: answers, nothing because there was none, or something that can no longer be read. */
export type UnsealedAnswers =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }

const payload = z.object({ answers: z.unknown() })

/** Encrypts and signs answers so that only this site can read them, for `sessionSeconds`. */
export async function sealAnswers(answers: Answers, secret: string): Promise<string> {
  return sealData({ answers }, { password: secret, ttl: sessionSeconds })
}

/** Opens what `sealAnswers` made. Expired, changed and foreign seals are `unreadable`; never throws on bad input. */
export async function unsealAnswers(sealed: string | undefined, secret: string): Promise<UnsealedAnswers> {
  if (sealed === undefined || sealed === '') return { kind: 'none' }
  const opened = payload.safeParse(await open(sealed, secret))
  const parsed = opened.success ? parseAnswers(opened.data.answers) : null
  return parsed?.ok ? { kind: 'answers', answers: parsed.answers } : { kind: 'unreadable' }
}

async function open(sealed: string, secret: string): Promise<unknown> {
  try {
    return await unsealData(sealed, { password: secret, ttl: sessionSeconds })
  } catch {
    // The library answers a bad seal with an empty object, and throws on what is no seal at all.
    return null
  }
}
