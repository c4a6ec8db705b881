import { useLocale, useMessages } from 'next-intl'
import type { Answers } from '@/lib/instrument/answers'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { consentVersion } from '@/lib/contribution/consent'
import type { Recipient } from '@/lib/operator/operator'
import type { PublicSettings } from '@/lib/settings/owner-settings'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { ConsentText } from './consent-text'
import { ContributeForm } from './contribute-form'
import type { RefusedContribution } from './refusals'
import { ShownAnswers } from './shown-answers'

interface Props {
  readonly answers: Answers
  readonly seal: string
  /** The longest periods that there can be: what is consented to. */
  readonly longest: RetentionPeriods
  readonly settings: PublicSettings
  readonly recipient: Recipient
  /** Why the form was refused that was just sent; null where none was. */
  readonly refused: RefusedContribution | null
}

/** The whole of what a contributor consents to, and the form to do so. */
export function TakePart({ answers, seal, longest, settings, recipient, refused }: Props) {
  const t = useTranslations('contribution')
  const consent = useTranslations('consent')
  const locale = useLocale()
  const { refusals } = useMessages().contribution
  return (
    <div className="article take-part">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        <SeparateTexts>
          {t.rich('recipient', {
            operator: recipient.name,
            address: recipient.email,
            email: (words) => <a href={`mailto:${recipient.email}`}>{words}</a>,
            notice: (words) => <a href={pathTo('legalNotice', locale)}>{words}</a>,
          })}
        </SeparateTexts>
      </p>
      <p>{t.rich('editions', { link: (words) => <a href={pathTo('participants', locale)}>{words}</a> })}</p>
      {answers.ageBand === undefined && (
        <p className="notice">
          {t.rich('withoutAge', { link: (words) => <a href={`${pathTo('change', locale)}#age`}>{words}</a> })}
        </p>
      )}
      <ConsentText receiptDays={longest.receiptDays} responseMonths={longest.responseMonths} />
      {settings.receiptDays < longest.receiptDays && <p>{t('codeDays', { days: settings.receiptDays })}</p>}
      <ShownAnswers answers={answers} isOpen={refused?.reason === 'changed'} />
      <ContributeForm
        action={`/api/contribution?locale=${locale}`}
        consentVersion={consentVersion}
        seal={seal}
        refused={refused}
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
      <p>
        <a href={pathTo('results', locale)}>{t('toResults')}</a>
      </p>
    </div>
  )
}
