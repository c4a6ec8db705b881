import { useLocale } from 'next-intl'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { releasePath } from '@/lib/i18n/admin-pages'
import { ActionForm } from '../action-form'
import type { FormAction } from '../form-outcome'
import { useFormWords } from '../use-form-words'
import type { PreparingView } from './release-view'

interface Props {
  readonly release: PreparingView
  readonly cancel: FormAction
}

/** How far a preparation is, and the way to end it. */
export function ReleasePreparing({ release, cancel }: Props) {
  const t = useTranslations('admin.release')
  const format = useFormatter()
  const locale = useLocale()
  const words = useFormWords()
  const { id, progressPermille } = release
  return (
    <>
      <p className="release-progress">
        <progress aria-label={t('preparing.progress')} max={1000} value={progressPermille} />
        <span aria-hidden="true">{format.number(progressPermille / 1000, { style: 'percent' })}</span>
      </p>
      <p>{t('preparing.leave')}</p>
      <p className="without-scripts">
        <a href={releasePath(id, locale)}>{t('preparing.look')}</a>
      </p>
      <ActionForm id="cancel" action={cancel} fields={[]} words={words(t('preparing.cancel'))} isQuiet />
    </>
  )
}
