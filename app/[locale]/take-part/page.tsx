import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClosedNote } from '@/components/contribution/closed-note'
import { TakePart } from '@/components/contribution/take-part'
import { PageShell } from '@/components/layout/page-shell'
import { NoAnswers } from '@/components/results/no-answers'
import { readSettings } from '@/lib/env'
import { pathTo } from '@/lib/i18n/routes'
import { recipientOf } from '@/lib/operator/operator'
import { answersSeal } from '@/lib/session/answers-seal'
import { readSession } from '@/lib/session/comparison-session'
import type { ComparisonSession } from '@/lib/session/sealed-session'
import { contributionRefusal } from '../../form-refusals'
import { contributionOf } from '../contribution-of'
import { loadOperator } from '../load-operator'
import { opennessInForce } from '../openness-in-force'
import { settingsInForce } from '../settings-in-force'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  const title = t('contribution.title')
  const isRefused = contributionRefusal.read() !== null
  return { title: isRefused ? t('problems.pageTitle', { title }) : title, robots: { index: false } }
}

async function Form({ session }: { readonly session: ComparisonSession }) {
  const refused = contributionRefusal.read()
  const openness = await opennessInForce()
  const isRefused = refused !== null
  if (!openness.isOpen) return <ClosedNote closed={openness} isRefused={isRefused} />
  const operator = await loadOperator()
  const recipient = operator && recipientOf(operator)
  // Nobody consents without knowing who will keep the answers.
  if (recipient === null) return <ClosedNote closed={{ reason: 'unreadable' }} isRefused={isRefused} />
  return (
    <TakePart
      recipient={recipient}
      answers={session.answers}
      seal={answersSeal(session.answers)}
      longest={readSettings().contribution}
      settings={await settingsInForce()}
      refused={refused}
    />
  )
}

/** Where a person adds the answers of the comparison to the participants' data. */
export default async function TakePartPage() {
  const locale = await getLocale()
  const session = await readSession()
  const hasAnswers = session.kind === 'session' && Object.keys(session.answers).length > 0
  if (hasAnswers && (await contributionOf(session)).kind === 'given') redirect(pathTo('receipt', locale))
  return (
    <PageShell route="takePart">
      {hasAnswers ? (
        <Form session={session} />
      ) : (
        <NoAnswers reason={session.kind === 'unreadable' ? 'expired' : 'none'} />
      )}
    </PageShell>
  )
}
