import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoReceipt } from '@/components/contribution/no-receipt'
import { Receipt } from '@/components/contribution/receipt'
import { PageShell } from '@/components/layout/page-shell'
import { readSession } from '@/lib/session/comparison-session'
import { contributionOf } from '../contribution-of'
import { settingsInForce } from '../settings-in-force'

async function givenContribution() {
  const session = await readSession()
  const state = session.kind === 'session' ? await contributionOf(session) : null
  return state?.kind === 'given' ? state : null
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt')
  return { title: t((await givenContribution()) ? 'title' : 'noneTitle'), robots: { index: false } }
}

/** The code of this browser's contribution, as long as the comparison is open. */
export default async function ReceiptPage() {
  const given = await givenContribution()
  const { receiptDays } = await settingsInForce()
  return (
    <PageShell route="receipt">
      {given ? <Receipt {...given} receiptDays={receiptDays} /> : <NoReceipt />}
    </PageShell>
  )
}
