import type { ReactNode } from 'react'
import { helpLines } from '@/components/layout/help-lines'
import { useTranslations } from '@/lib/i18n/translations'
import { Appeal } from './appeal'
import { Article } from './article'
import { Making } from './making'
import { OperatorContact } from './operator-contact'
import { operator } from './operator.data'

type SectionId = 'scope' | 'status' | 'tests' | 'limits' | 'making' | 'contact' | 'appeal'

/** The accessibility statement, in the form that the RGAA lays down. */
export function AccessibilityStatement() {
  const t = useTranslations('accessibility')
  const section = (id: SectionId, content: ReactNode) => ({ id, title: t(`${id}.title`), content })
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      sections={[
        section('scope', <Scope />),
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

function Scope() {
  const t = useTranslations('accessibility.scope')
  return (
    <>
      <p>{operator.name === null ? t('withoutOperator') : t('commitment', { operator: operator.name })}</p>
      <p>{t('pages')}</p>
    </>
  )
}

function Status() {
  const t = useTranslations('accessibility.status')
  return (
    <>
      <p>{t.rich('declared', { strong: (words) => <strong>{words}</strong> })}</p>
      <p>{t('meaning')}</p>
      <p>{t('aims')}</p>
    </>
  )
}

function Tests() {
  const t = useTranslations('accessibility.tests')
  return (
    <>
      <p>{t('noRate')}</p>
      <ul>
        <li>{t('axe')}</li>
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
  return (
    <>
      <p>{t('intro')}</p>
      <ul>
        <li>{t('helpLines', numbers)}</li>
        <li>{t('languages')}</li>
        <li>{t('longForm')}</li>
        <li>{t('links')}</li>
      </ul>
    </>
  )
}
