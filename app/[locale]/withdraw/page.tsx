import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { BackupNote } from '@/components/contribution/backup-note'
import { WithdrawForm } from '@/components/contribution/withdraw-form'
import { PageShell } from '@/components/layout/page-shell'
import { groupReceipt } from '@/lib/contribution/receipt'
import { readSession } from '@/lib/session/comparison-session'
import { withdrawalRefusal } from '../../form-refusals'
import { contributionOf } from '../contribution-of'
import { settingsInForce } from '../settings-in-force'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  const title = t('withdrawal.title')
  return {
    title: withdrawalRefusal.read() === null ? title : t('problems.pageTitle', { title }),
    robots: { index: false },
  }
}

/** Takes a response back, with the code that its contributor was given. */
export default async function WithdrawPage({ params }: PageProps<'/[locale]/withdraw'>) {
  const { locale } = await params
  const t = await getTranslations('withdrawal')
  const { refusals } = (await getMessages()).withdrawal
  const session = await readSession()
  const { receiptDays } = await settingsInForce()
  const contribution = session.kind === 'session' ? await contributionOf(session) : null
  return (
    <PageShell route="withdraw">
      <div className="article">
        <h1>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <WithdrawForm
          action={`/api/withdrawal?locale=${locale}`}
          refused={withdrawalRefusal.read()}
          receipt={contribution?.kind === 'given' ? groupReceipt(contribution.receipt) : ''}
          words={{ label: t('label'), hint: t('hint'), submit: t('submit'), sending: t('sending'), refusals }}
        />
        <p>{t('afterwards', { days: receiptDays })}</p>
        <BackupNote />
        <p>{t('lost')}</p>
      </div>
    </PageShell>
  )
}
