import type { IncomingMessage } from 'node:http'
import { adminPages } from '@/lib/i18n/admin-pages'
import { isLocale } from '@/lib/i18n/locales'
import { createTurns, type Turns } from './turns'

/** Requests for which pages are made. A page takes some 20 ms: the next request waits for four of each other client at most. */
const pages = createTurns({ atWork: 16, atWorkOfEach: 4, waiting: 600, waitingOfEach: 100 })

/** Forms that have a password hashed, for 165 ms on one of four threads that compress and read files too. */
const passwords = createTurns({ atWork: 1, atWorkOfEach: 1, waiting: 60, waitingOfEach: 12 })

const passwordPaths: readonly string[] = Object.values(adminPages)
  .filter(({ needs }) => needs === 'wayIn' || needs === 'ownAccount')
  .map(({ path }) => path)

function hashesPassword({ method, url = '' }: IncomingMessage): boolean {
  const [, locale, area, ...rest] = url.split(/[/?#]/)
  return (
    method === 'POST' && isLocale(locale) && area === 'admin' && passwordPaths.includes(`/${rest[0] ?? ''}`)
  )
}

/** The line in which a request waits. */
export const lineOf = (request: IncomingMessage): Turns => (hashesPassword(request) ? passwords : pages)

/** How many requests are worked on and wait, in all lines. */
export function countRequests(): { readonly atWork: number; readonly waiting: number } {
  const [ofPages, ofPasswords] = [pages.counts(), passwords.counts()]
  return {
    atWork: ofPages.atWork + ofPasswords.atWork,
    waiting: ofPages.waiting + ofPasswords.waiting,
  }
}
