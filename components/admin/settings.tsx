import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { instrumentVersion } from '@/lib/instrument/versions'
import { consentVersion } from '@/lib/contribution/consent'
import { licences, noLicence } from '@/lib/settings/licences'
import {
  choosableRanges,
  settingNames,
  settings as table,
  type OwnerSettings,
  type SettingName,
} from '@/lib/settings/owner-settings'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import type { ChosenBefore } from '@/lib/contribution/contribution-days'
import type { Openness } from '@/lib/contribution/openness'
import { ActionForm } from './action-form'
import { ContributionDays, OpennessNow } from './contribution-days'
import type { FormField } from './form-field'
import type { FormAction } from './form-outcome'
import { FreshNotice } from './fresh-notice'
import { MachineSettings, type MachineState } from './machine-settings'
import { useFormWords } from './use-form-words'

type Table = typeof table
type FormName = Table[SettingName]['form']
type Kind = Table[SettingName]['kind']
type NameOf<Each extends Kind> = {
  [Name in SettingName]: Table[Name]['kind'] extends Each ? Name : never
}[SettingName]

function isOfKind<Each extends Kind>(name: SettingName, kind: Each): name is NameOf<Each> {
  return table[name].kind === kind
}

interface Props {
  /** What is in force. */
  readonly settings: OwnerSettings
  /** The periods that the operator set, which can only be shortened. */
  readonly longest: RetentionPeriods
  /** The smallest group of the last edition, below which the next one’s cannot be; null before the first. */
  readonly lastSmallestGroup: number | null
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  readonly action: FormAction
  /** Whether people can contribute now. */
  readonly openness: Openness
  readonly days: ChosenBefore
  readonly daysAction: FormAction
  readonly machine: MachineState
  /** The words that contributors agree to. */
  readonly consentText: ReactNode
}

/** What owners may change while the site runs, a form for each group; and what they may not. */
export function Settings({
  settings,
  longest,
  lastSmallestGroup,
  isFresh,
  action,
  openness,
  days,
  daysAction,
  machine,
  consentText,
}: Props) {
  const t = useTranslations('admin.settings')
  const admin = useTranslations('admin')
  const formWords = useFormWords()
  const locale = useLocale()
  const ranges = choosableRanges(longest, lastSmallestGroup)
  const words = (submit: string) => formWords(submit, t('done'))

  const numberField = (name: NameOf<'number'>): FormField => {
    const { least, most } = ranges[name]
    // What was chosen holds as far as it is in range.
    const present = Math.max(settings[name], least)
    return {
      name,
      type: 'number',
      label: t(`${name}.label`),
      hint: `${t('range', { least, most, present })} ${t(`${name}.effect`)}`,
      initial: String(present),
      least,
      most,
      problems: { notWhole: t('notWhole', { least, most }), outOfRange: t('outOfRange', { least, most }) },
    }
  }
  const radioField = (name: NameOf<'yesNo' | 'licence'>) =>
    ({ name, type: 'radio', label: t(`${name}.label`), hint: t(`${name}.effect`) }) as const
  const yesNoField = (name: NameOf<'yesNo'>): FormField => ({
    ...radioField(name),
    initial: settings[name] ? '1' : '0',
    options: [
      { id: '1', label: t(`${name}.yes`) },
      { id: '0', label: t(`${name}.no`) },
    ],
  })
  const licenceField = (name: NameOf<'licence'>): FormField => ({
    ...radioField(name),
    initial: String(settings[name]?.number ?? noLicence),
    options: [
      { id: String(noLicence), label: t(`${name}.none`), hint: t(`${name}.meanings.none`) },
      ...licences.map(({ number, key, title }) => ({
        id: String(number),
        label: title,
        hint: t(`${name}.meanings.${key}`),
      })),
    ],
  })
  const fieldOf = (name: SettingName): FormField => {
    if (isOfKind(name, 'yesNo')) return yesNoField(name)
    return isOfKind(name, 'licence') ? licenceField(name) : numberField(name)
  }
  const fieldsOf = (form: FormName) => settingNames.filter((name) => table[name].form === form).map(fieldOf)
  return (
    <>
      <h1>{admin('titles.settings')}</h1>
      <p>{t('lead')}</p>
      {!isFresh && <FreshNotice back="settings" />}
      <section aria-labelledby="contribution-title">
        <h2 id="contribution-title">{t('contributionTitle')}</h2>
        <OpennessNow openness={openness} />
        <ActionForm
          id="contribution"
          action={action}
          fields={fieldsOf('contribution')}
          words={words(t('saveContribution'))}
        />
        <ContributionDays days={days} action={daysAction} />
      </section>
      <section aria-labelledby="editions-title">
        <h2 id="editions-title">{t('editionsTitle')}</h2>
        <p>{t('editionsLead')}</p>
        <ActionForm
          id="editions"
          action={action}
          fields={fieldsOf('editions')}
          words={words(t('saveEditions'))}
        />
        <p>
          <a href={`${adminPath('editions', locale)}#scheme`}>{t('editionsColumns')}</a>
        </p>
      </section>
      <section aria-labelledby="retention-title">
        <h2 id="retention-title">{t('retentionTitle')}</h2>
        <p>{t('retentionLead', { days: longest.receiptDays, months: longest.responseMonths })}</p>
        <ActionForm
          id="retention"
          action={action}
          fields={fieldsOf('retention')}
          words={words(t('saveRetention'))}
        />
      </section>
      <section aria-labelledby="licence-title">
        <h2 id="licence-title">{t('licenceTitle')}</h2>
        <ActionForm
          id="licence"
          action={action}
          fields={fieldsOf('licence')}
          words={words(t('saveLicence'))}
        />
        <details className="licence-texts">
          <summary>{t('licence.texts')}</summary>
          <ul>
            {licences.map(({ id, title, url }) => (
              <li key={id}>
                <a href={url}>{title}</a>
              </li>
            ))}
          </ul>
        </details>
      </section>
      <MachineSettings {...machine} />
      <section aria-labelledby="fixed-title">
        <h2 id="fixed-title">{t('fixedTitle')}</h2>
        <p>{t('fixedLead')}</p>
        <dl className="fixed-list">
          <div>
            <dt>{t('consentVersion')}</dt>
            <dd>{consentVersion}</dd>
          </div>
          <div>
            <dt>{t('instrumentVersion')}</dt>
            <dd>{instrumentVersion}</dd>
          </div>
        </dl>
        <details className="consent-words">
          <summary>{t('consentWords')}</summary>
          {consentText}
        </details>
      </section>
    </>
  )
}
