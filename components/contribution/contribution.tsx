import { useLocale, useMessages, useTranslations } from 'next-intl'
import { pathTo } from '@/lib/i18n/routes'
import { consentVersion } from '@/lib/participation/consent'
import type { PublicSettings } from '@/lib/participation/owner-settings'
import type { RetentionPeriods } from '@/lib/participation/retention'
import { ClosedNote } from './closed-note'
import { ConsentText } from './consent-text'
import { ContributeForm } from './contribute-form'
import { ReceiptNote } from './receipt-note'
import type { ContributionAction } from './refusals'

/** Whether the answers of the session were contributed. */
export type ContributionState =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'given'
      readonly receipt: string
      /** The answers were changed since. */
      readonly isOutdated: boolean
    }

interface Props {
  readonly state: ContributionState
  readonly action: ContributionAction
  /** The longest periods that there can be: what is consented to. */
  readonly longest: RetentionPeriods
  readonly settings: PublicSettings
  /** Whether participants are shown already. */
  readonly areParticipantsShown: boolean
  /** Whether the form was just sent, without scripts, and refused. */
  readonly isRefused: boolean
}

/** The offer to add the answers to the participants' data; once they are, the receipt. */
export function Contribution({ state, action, longest, settings, areParticipantsShown, isRefused }: Props) {
  const t = useTranslations('contribution')
  const consent = useTranslations('consent')
  const locale = useLocale()
  const { refusals } = useMessages().contribution
  if (state.kind === 'given') return <ReceiptNote {...state} receiptDays={settings.receiptDays} />
  if (!settings.contributionOpen) return <ClosedNote isRefused={isRefused} />
  return (
    <section className="contribution" id="contribution" aria-labelledby="contribution-title">
      <h2 id="contribution-title">{t('title')}</h2>
      <p>
        {t('lead')} {!areParticipantsShown && t('threshold', { count: settings.participantsShownFrom })}
      </p>
      <ConsentText receiptDays={longest.receiptDays} responseMonths={longest.responseMonths} />
      {settings.receiptDays < longest.receiptDays && <p>{t('codeDays', { days: settings.receiptDays })}</p>}
      <ContributeForm
        action={action}
        consentVersion={consentVersion}
        words={{
          consent: consent('agreement'),
          submit: t('submit'),
          sending: t('sending'),
          trap: t('trap'),
          refusals,
        }}
      />
      <p className="hint">
        {t.rich('more', { link: (words) => <a href={`${pathTo('privacy', locale)}#kept`}>{words}</a> })}
      </p>
    </section>
  )
}
