import { getLocale, getTranslations } from 'next-intl/server'
import { EraseForm } from '@/components/layout/erase-form'
import { pathTo } from '@/lib/i18n/routes'
import type { Draft } from '@/lib/instrument/draft'
import { Questionnaire } from './questionnaire'
import type { RefusedComparison } from './use-comparison'
import { questionnaireWords } from './words'

interface Props {
  /** The answers that were compared, to be changed; empty for a new questionnaire. */
  readonly compared: Draft
  /** Why the form was refused that was just sent without scripts, and what it held; null where none was. */
  readonly refused: RefusedComparison | null
}

/** The questionnaire with its words, and the way to erase it. */
export async function QuestionnairePage({ compared, refused }: Props) {
  const t = await getTranslations('questionnaire')
  const locale = await getLocale()
  return (
    <>
      <h1 className="page-title">{t('title')}</h1>
      <p className="notice without-scripts">{t('noScript')}</p>
      <Questionnaire
        words={await questionnaireWords()}
        action={`/api/comparison?locale=${locale}`}
        compared={compared}
        refused={refused}
        homeHref={pathTo('home', locale)}
      />
      <EraseForm />
    </>
  )
}
