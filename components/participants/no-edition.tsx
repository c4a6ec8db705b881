import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { NextEdition } from './next-edition'
import type { ShownNext } from './shown-edition'

/** The body of the page of participants before the first edition: what it waits for, and what there is meanwhile. */
export function NoEdition({ next }: { readonly next: ShownNext | null }) {
  const t = useTranslations('participants')
  const locale = useLocale()
  return (
    <>
      <p>{t('none')}</p>
      {next && <NextEdition {...next} />}
      <p className="actions">
        <a className="button" href={pathTo('questionnaire', locale)}>
          {t('toQuestionnaire')}
        </a>
        <a href={pathTo('figures', locale)}>{t('toFigures')}</a>
      </p>
    </>
  )
}
