import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { cookieNames } from '@/lib/cookies'
import { readSettings } from '@/lib/env'
import { isOverTls } from '@/lib/http/exchange'
import type { Answers } from '@/lib/instrument/answers'
import { readSecret } from '@/lib/keys/secrets'
import { makeReceipt } from '@/lib/contribution/receipt'
import {
  sealSession,
  sessionSeconds,
  unsealSession,
  type ComparisonSession,
  type UnsealedSession,
} from './sealed-session'

const secret = () => readSecret(readSettings(), 'session')

/** The comparison that this browser asked for. */
export async function readSession(): Promise<UnsealedSession> {
  return unsealSession((await cookies()).get(cookieNames.comparison)?.value, secret())
}

/** Keeps a comparison with the person's browser, sealed. The only cookie that the public site sets. */
async function keepSession(session: ComparisonSession): Promise<void> {
  const sealed = await sealSession(session, secret())
  const store = await cookies()
  store.set(cookieNames.comparison, sealed, {
    httpOnly: true,
    secure: isOverTls(),
    sameSite: 'lax',
    path: '/',
    maxAge: sessionSeconds,
  })
}

/**
 * What the address of the results has after it where it is not known yet whether the browser keeps the cookie: without it the page
 * could not tell a browser that refuses cookies from one that was never asked.
 */
export const justCompared = 'compared'

/**
 * Keeps the answers of a comparison. Who changes answers keeps the receipt, so that nobody is counted twice. Returns whether the
 * browser has kept such a cookie before.
 */
export async function keepAnswers(answers: Answers): Promise<boolean> {
  const before = await readSession()
  const { receipt, startedAt, isDiscarded } =
    before.kind === 'session'
      ? before
      : { receipt: makeReceipt(randomBytes), startedAt: Math.floor(Date.now() / 1000), isDiscarded: false }
  await keepSession({ answers, receipt, startedAt, isDiscarded })
  return before.kind !== 'none'
}

/** Remembers that what this browser contributed was left out. */
export async function markDiscarded({ answers, receipt, startedAt }: ComparisonSession): Promise<void> {
  await keepSession({ answers, receipt, startedAt, isDiscarded: true })
}

/** Gives the comparison another receipt, once the one that it had was used to withdraw. */
export async function renewReceipt({ answers, startedAt }: ComparisonSession): Promise<void> {
  await keepSession({ answers, startedAt, receipt: makeReceipt(randomBytes), isDiscarded: false })
}

/** Erases the comparison from the browser. */
export async function eraseAnswers(): Promise<void> {
  const store = await cookies()
  store.delete(cookieNames.comparison)
}
