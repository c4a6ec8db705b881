import { useTranslations } from '@/lib/i18n/translations'
import { useOptionList } from './use-option-list'

/** What "you too" and "not you" mean, and which figures come first. */
export function SameAnswer() {
  const t = useTranslations('method.same')
  const dontKnow = useTranslations('options')('agreement.dontKnow')
  const list = useOptionList()
  const trusting = list('conjunction', 'agreement.yesCompletely', 'agreement.ratherYes')
  return (
    <>
      <p>{t('halves')}</p>
      <ul>
        <li>{t('among')}</li>
        <li>{t('notAmong')}</li>
      </ul>
      <p>{t('dontKnow', { dontKnow })}</p>
      <p>{t('notSameBox', { options: trusting })}</p>
      <p>{t('landmarks')}</p>
    </>
  )
}

/** Why some figures are about another group. */
export function Groups() {
  const t = useTranslations('method.groups')
  return (
    <>
      <p>{t('each')}</p>
      <p>{t('other')}</p>
      <p>{t('unknown')}</p>
    </>
  )
}
