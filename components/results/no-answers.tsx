import { useTranslations } from 'next-intl'
import { ErrorNotice } from '@/components/layout/error-notice'

/** The results page of whoever has no answers to compare: never given, expired, or changed on the way. */
export function NoAnswers({ isUnreadable }: { readonly isUnreadable: boolean }) {
  const t = useTranslations('results')
  return (
    <ErrorNotice
      title={t(isUnreadable ? 'expired' : 'none')}
      route="questionnaire"
      link={t('goToQuestionnaire')}
    >
      <p>{t(isUnreadable ? 'expiredExplanation' : 'noneExplanation')}</p>
    </ErrorNotice>
  )
}
