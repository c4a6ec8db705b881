import { useLocale } from 'next-intl'
import { ErrorNotice } from '@/components/layout/error-notice'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

interface Props {
  /** There were none, they have expired or were changed on the way, or the browser refused the cookie that holds them. */
  readonly reason: 'none' | 'expired' | 'refused'
}

/** What a page says that needs answers to compare, and has none. */
export function NoAnswers({ reason }: Props) {
  const t = useTranslations('results.withoutAnswers')
  const locale = useLocale()
  return (
    <ErrorNotice title={t(`${reason}.title`)} route="questionnaire" link={t('toQuestionnaire')}>
      <p>{t(`${reason}.text`)}</p>
      <p>
        <a href={pathTo('figures', locale)}>{t('toFigures')}</a>
      </p>
    </ErrorNotice>
  )
}
