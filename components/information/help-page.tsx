import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { ReactNode } from 'react'
import { helpLines, helpLinesDatedOn } from '@/components/layout/help-lines'
import { Article } from './article'
import { HelpLineCard, HelpLinks, helpLine } from './help-line'

/** Where to find help, and how; what to do in danger first. */
export function HelpPage() {
  const t = useTranslations('helpPage')
  const section = (id: 'danger' | 'talk' | 'lines' | 'site', content: ReactNode) => ({
    id,
    title: t(`${id}.title`),
    content,
  })
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      sections={[
        section('danger', <Danger />),
        section('talk', <Talk />),
        section('lines', <Lines />),
        section('site', <Site />),
      ]}
    />
  )
}

function Danger() {
  const t = useTranslations('helpPage.danger')
  return (
    <>
      <p>{t('act')}</p>
      <HelpLinks lines={['emergency', 'europeanEmergency', 'deafEmergency']} />
      <p>{t('say')}</p>
      <p>{t('stay')}</p>
    </>
  )
}

function Talk() {
  const t = useTranslations('helpPage.talk')
  return (
    <>
      <p>{t('who', { number: helpLine('suicidePrevention').number })}</p>
      <HelpLinks lines={['suicidePrevention']} />
      <p>{t('call')}</p>
      <p>{t('others')}</p>
    </>
  )
}

function Lines() {
  const t = useTranslations('helpPage.lines')
  const datedOn = useTranslations('help')('datedOn', { date: useDayWords()(helpLinesDatedOn) })
  return (
    <>
      {helpLines.map(({ id }) => (
        <HelpLineCard key={id} id={id} />
      ))}
      <p>{t('abroad')}</p>
      <p className="hint">{datedOn}</p>
    </>
  )
}

function Site() {
  const t = useTranslations('helpPage.site')
  return (
    <>
      <p>{t('notHelp')}</p>
      <p>{t('notDiagnosis')}</p>
      <p>{t('unseen')}</p>
    </>
  )
}
