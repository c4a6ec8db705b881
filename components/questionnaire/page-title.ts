import { getTranslations } from 'next-intl/server'

/** The title of the questionnaire as the server sends it, which says first when answers were refused. */
export async function questionnaireTitle(isRefused: boolean): Promise<string> {
  const t = await getTranslations()
  const title = t('questionnaire.title')
  return isRefused ? t('problems.pageTitle', { title }) : title
}
