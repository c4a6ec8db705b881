import type { ReactNode } from 'react'
import { auditedOn, faultWords, type Fault } from '@/components/layout/accessibility-audit.data'
import { conformity } from '@/components/layout/conformity'
import { helpLines } from '@/components/layout/help-lines'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { Operator } from '@/lib/operator/operator'
import { Appeal } from './appeal'
import { Article } from './article'
import { Making } from './making'
import { OperatorContact } from './operator-contact'

type SectionId = 'scope' | 'status' | 'tests' | 'limits' | 'making' | 'contact' | 'appeal'

interface Props {
  /** null: it cannot be read, which is said. */
  readonly operator: Operator | null
}

/** The accessibility statement, in the form that the RGAA lays down, with the result of the audit. */
export function AccessibilityStatement({ operator }: Props) {
  const t = useTranslations('accessibility')
  const section = (id: SectionId, content: ReactNode) => ({ id, title: t(`${id}.title`), content })
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      sections={[
        section('scope', <Scope operator={operator} />),
        section('status', <Status />),
        section('tests', <Tests />),
        section('limits', <Limits />),
        section('making', <Making />),
        section(
          'contact',
          <>
            <p>{t('contact.ask')}</p>
            <OperatorContact operator={operator} />
          </>,
        ),
        section('appeal', <Appeal />),
      ]}
    />
  )
}

function Scope({ operator }: Props) {
  const t = useTranslations('accessibility.scope')
  const unreadable = useTranslations('operator')('unreadable')
  const told = (name: string | null) =>
    name === null ? t('withoutOperator') : t('commitment', { operator: name })
  return (
    <>
      <p>{operator === null ? unreadable : told(operator.name)}</p>
      <p>{t('plans')}</p>
      <p>{t('pages')}</p>
    </>
  )
}

function Status() {
  const t = useTranslations('accessibility.status')
  return (
    <>
      <p>{t.rich(conformity.state, { strong: (words) => <strong>{words}</strong> })}</p>
      <p>{t('byOurselves')}</p>
      <p>{t('aims')}</p>
    </>
  )
}

function Tests() {
  const t = useTranslations('accessibility.tests')
  const { criterionCount, applicableCount, conformCount, ratePercent } = conformity
  return (
    <>
      <p>
        {t.rich('result', {
          date: useDayWords()(auditedOn),
          criteria: criterionCount,
          applicable: applicableCount,
          conform: conformCount,
          rate: ratePercent / 100,
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <p>{t('report')}</p>
      <p>{t('automatic')}</p>
      <ul>
        <li>{t('axe')}</li>
        <li>{t('html')}</li>
        <li>{t('keyboard')}</li>
        <li>{t('noScripts')}</li>
        <li>{t('engines')}</li>
        <li>{t('narrow')}</li>
      </ul>
      <p>{t('partial')}</p>
      <h3>{t('notTestedTitle')}</h3>
      <p>{t('notTested')}</p>
      <ul>
        <li>{t('screenReaders')}</li>
        <li>{t('people')}</li>
        <li>{t('browsers')}</li>
        <li>{t('aids')}</li>
      </ul>
    </>
  )
}

function Limits() {
  const t = useTranslations('accessibility.limits')
  const numbers = Object.fromEntries(helpLines.map(({ id, number }) => [id, number]))
  const faults = Object.entries(faultWords) as [Fault, (typeof faultWords)[Fault]][]
  return (
    <>
      {faults.length > 0 && (
        <>
          <h3>{t('faultsTitle')}</h3>
          <ul>
            {faults.map(([criterion, words]) => (
              <li key={criterion}>{t(`faults.${words}`, { criterion })}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('burdenTitle')}</h3>
      <p>{t('burden')}</p>
      <h3>{t('exemptTitle')}</h3>
      <p>{t('links')}</p>
      <h3>{t('othersTitle')}</h3>
      <ul>
        <li>{t('helpLines', numbers)}</li>
        <li>{t('languages')}</li>
        <li>{t('longForm')}</li>
      </ul>
    </>
  )
}
