import 'server-only'
import { cookies, headers } from 'next/headers'
import { readSettings } from '@/lib/env'
import type { Answers } from '@/lib/instrument/answers'
import { sealAnswers, sessionSeconds, unsealAnswers, type UnsealedAnswers } from './sealed-answers'
import { readSessionSecret } from './secret'

const cookieName = 'comparison'

const secret = () => readSessionSecret(readSettings())

/** Keeps the answers of a comparison with the person's browser, sealed. The only cookie that the public site sets. */
export async function keepAnswers(answers: Answers): Promise<void> {
  const sealed = await sealAnswers(answers, secret())
  const isSecure = (await headers()).get('x-forwarded-proto') === 'https'
  const store = await cookies()
  store.set(cookieName, sealed, {
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    path: '/',
    maxAge: sessionSeconds,
  })
}

/** The answers of the comparison that this browser asked for. */
export async function readAnswers(): Promise<UnsealedAnswers> {
  return unsealAnswers((await cookies()).get(cookieName)?.value, secret())
}

/** Erases the comparison from the browser. */
export async function eraseAnswers(): Promise<void> {
  const store = await cookies()
  store.delete(cookieName)
}
