import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { EraseForm } from '@/components/layout/erase-form'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import type { Operator } from '@/lib/operator/operator'
import { Article } from './article'
import { KeptList, type Periods } from './kept-list'
import { OperatorContact } from './operator-contact'
import { OperatorEntry, OperatorWords } from './operator-entry'

type SectionId = 'kept' | 'never' | 'beyond' | 'check' | 'erase' | 'purpose' | 'rights' | 'operator'

const complaints = 'https://www.cnil.fr/fr/plaintes'

interface Props extends Periods {
  /** null: it cannot be read, which is said. */
  readonly operator: Operator | null
}

/** What is kept where and for how long, how to check it, how to erase it, what it is for, and whom to ask. */
export function Privacy({ operator, ...periods }: Props) {
  const t = useTranslations('privacy')
  const locale = useLocale()
  const section = (id: SectionId, content: ReactNode) => ({ id, title: t(`${id}.title`), content })
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      hasContents
      sections={[
        section('kept', <KeptList {...periods} operator={operator} />),
        section('never', <Never />),
        section('beyond', <Beyond />),
        section('check', <Check />),
        section('erase', <Erase />),
        section('purpose', <Purpose operator={operator} />),
        section('rights', <Rights />),
        section(
          'operator',
          <>
            <p>{t('operator.role')}</p>
            <OperatorContact operator={operator} hasDataContact />
            <p>
              {t.rich('operator.toNotice', {
                link: (words) => <a href={pathTo('legalNotice', locale)}>{words}</a>,
              })}
            </p>
          </>,
        ),
      ]}
    />
  )
}

function Never() {
  const t = useTranslations('privacy.never')
  return (
    <ul>
      <li>{t('thirdParties')}</li>
      <li>{t('trackers')}</li>
      <li>{t('cookies')}</li>
      <li>{t('visits')}</li>
    </ul>
  )
}

function Beyond() {
  const t = useTranslations('privacy.beyond')
  return (
    <ul>
      <li>{t('address')}</li>
      <li>{t('history')}</li>
      <li>{t('connection')}</li>
      <li>{t('links')}</li>
    </ul>
  )
}

function Check() {
  const t = useTranslations('privacy.check')
  const compare = useTranslations('questionnaire')('compare')
  return (
    <ol>
      <li>{t('open')}</li>
      <li>{t('network', { compare })}</li>
      <li>{t('storage')}</li>
      <li>{t('cookies')}</li>
    </ol>
  )
}

function Erase() {
  const t = useTranslations('privacy.erase')
  const exit = useTranslations('layout')('exit')
  const locale = useLocale()
  return (
    <>
      <p>{t('button', { exit })}</p>
      <EraseForm />
      <p>{t('alone')}</p>
      <p>
        {t.rich('contribution', { withdraw: (words) => <a href={pathTo('withdraw', locale)}>{words}</a> })}
      </p>
      <p>{t('files')}</p>
      <p>{t('shared')}</p>
    </>
  )
}

function Purpose({ operator }: Pick<Props, 'operator'>) {
  const t = useTranslations('privacy.purpose')
  const words = useTranslations('operator')
  return (
    <>
      <p>{t('health')}</p>
      {operator === null ? (
        <p className="note">{words('unreadable')}</p>
      ) : (
        <dl>
          <OperatorEntry term={t('purpose')}>
            <OperatorWords texts={operator.purpose} preset={t('presetPurpose')} />
          </OperatorEntry>
          <OperatorEntry term={t('legalBasis')}>
            <OperatorWords texts={operator.legalBasis} preset={t('presetLegalBasis')} />
          </OperatorEntry>
        </dl>
      )}
      <p>{t('decisions')}</p>
    </>
  )
}

function Rights() {
  const t = useTranslations('privacy.rights')
  const locale = useLocale()
  return (
    <>
      <p>{t('list')}</p>
      <p>
        {t.rich('self', {
          results: (words) => <a href={pathTo('results', locale)}>{words}</a>,
          change: (words) => <a href={pathTo('change', locale)}>{words}</a>,
          erase: (words) => <a href="#erase">{words}</a>,
          withdraw: (words) => <a href={pathTo('withdraw', locale)}>{words}</a>,
        })}
      </p>
      <p>{t.rich('ask', { operator: (words) => <a href="#operator">{words}</a> })}</p>
      <p>{t.rich('complaint', { cnil: (words) => <a href={complaints}>{words}</a> })}</p>
    </>
  )
}
