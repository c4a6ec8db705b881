import { randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import { contributionFields } from '@/components/contribution/form-fields'
import { addDays } from '@/lib/counts/iso-week'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import type { Answers } from '@/lib/instrument/answers'
import { keyedHash } from '@/lib/keys/keyed-hash'
import { consentVersion } from '@/lib/contribution/consent'
import { groupReceipt, makeReceipt } from '@/lib/contribution/receipt'
import { sealSession } from '@/lib/session/sealed-session'

/** The settings that sites share when they serve the same people. */
export const sharedSecrets = {
  MIROIR_SESSION_SECRET: 'a session secret of the tests, long enough',
  MIROIR_RECEIPT_SECRET: 'a receipt secret of the tests, long enough',
  MIROIR_AUDIT_SECRET: 'an audit secret of the tests, long enough',
  MIROIR_WITHDRAWAL_SECRET: 'a withdrawal secret of the tests, long enough',
} as const

/** What the form sends beside the consent: the seal of the answers, the same for the same answers. */
export type ContributionForm = readonly (readonly [name: string, content: string])[]

/** Someone who has a comparison and no scripts, and contributes at a program's speed. */
export interface Contributor {
  /** The code, as it is shown. */
  readonly code: string
  /** What is stored of the code. */
  readonly receiptHash: string
  /** The form, as long as nothing was contributed. */
  readonly readForm: (siteUrl: string) => Promise<ContributionForm>
  /** Sends the form as a browser would. Resolves with the address that the reply leads to; rejects without a reply. */
  readonly contribute: (siteUrl: string, form: ContributionForm) => Promise<string | null>
  /** The same, with the whole reply. */
  readonly send: (siteUrl: string, form: ContributionForm) => Promise<Response>
  /** The code that the page of the receipt shows, null where it shows none. */
  readonly shownCode: (siteUrl: string) => Promise<string | null>
}

/** A contributor with a session of its own. */
export async function createContributor(answers: Answers): Promise<Contributor> {
  const receipt = makeReceipt(randomBytes)
  const session = { answers, receipt, startedAt: Math.floor(Date.now() / 1000) - 60, isDiscarded: false }
  const cookie = `comparison=${encodeURIComponent(await sealSession(session, sharedSecrets.MIROIR_SESSION_SECRET))}`
  const page = async (siteUrl: string, route: RouteId) =>
    (await fetch(siteUrl + pathTo(route, 'en'), { headers: { cookie } })).text()
  const send = async (siteUrl: string, form: ContributionForm): Promise<Response> => {
    const fields = [...form, [contributionFields.consent, consentVersion]]
    const body = new URLSearchParams(fields.map(([name = '', content = '']) => [name, content]))
    const headers = { cookie, origin: siteUrl }
    const address = `${siteUrl}/api/contribution?locale=en`
    return fetch(address, { method: 'POST', body, headers, redirect: 'manual' })
  }
  return {
    code: groupReceipt(receipt),
    receiptHash: keyedHash(sharedSecrets.MIROIR_RECEIPT_SECRET, 'receipt', receipt),
    readForm: async (siteUrl) => hiddenFields(await page(siteUrl, 'takePart')),
    send,
    contribute: async (siteUrl, form) => {
      const reply = await send(siteUrl, form)
      await reply.arrayBuffer()
      return reply.headers.get('location')
    },
    shownCode: async (siteUrl) =>
      /<code[^>]*>([^<]+)<\/code>/.exec(await page(siteUrl, 'receipt'))?.[1] ?? null,
  }
}

/** Somebody who has a comparison since a minute ago, on a clock that is so many days ahead. */
export async function contributorIn(days: number): Promise<Contributor> {
  vi.useFakeTimers({ toFake: ['Date'], now: addDays(new Date(), days) })
  try {
    return await createContributor({ ageBand: 'under35' })
  } finally {
    vi.useRealTimers()
  }
}

/** The hidden fields of the form to contribute with. */
function hiddenFields(html: string): ContributionForm {
  const [, form = ''] = /<form class="contribute"(.*?)<\/form>/s.exec(html) ?? []
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  if (hidden.length === 0) throw new Error('the page has no form to contribute with')
  return hidden.map(([, name = '', content = '']) => [name, content])
}
