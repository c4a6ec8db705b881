import { getLocale, getTranslations } from 'next-intl/server'
import { EraseForm } from '@/components/layout/erase-form'
import { pathTo } from '@/lib/i18n/routes'
import type { Draft } from '@/lib/instrument/draft'
import { Questionnaire } from './questionnaire'
import type { ComparisonAction } from './use-comparison'
import { questionnaireWords } from './words'

interface Props {
  readonly action: ComparisonAction
  readonly initial: Draft
}

/** The questionnaire with its words, and the way to erase it. */
export async function QuestionnairePage({ action, initial }: Props) {
  const t = await getTranslations('questionnaire')
  const locale = await getLocale()
  return (
    <>
      <h1 className="page-title">{t('title')}</h1>
      <p className="notice without-scripts">{t('noScript')}</p>
      <Questionnaire
        words={await questionnaireWords()}
        action={action}
        initial={initial}
        homeHref={pathTo('home', locale)}
      />
      <EraseForm />
    </>
  )
}
