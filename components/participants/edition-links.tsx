import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import type { ShownEdition } from './shown-edition'

/** The folder of an edition's open data. */
export const openDataOf = ({ waveId, id }: Pick<ShownEdition, 'waveId' | 'id'>): string =>
  `/api/open-data/${waveId}/editions/${id}`

/** What can be taken along of an edition, and how it was made. */
export function EditionLinks({ edition }: { readonly edition: ShownEdition }) {
  const t = useTranslations('participants')
  const locale = useLocale()
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">{t('openData')}</h2>
      <div className="results-actions">
        <a className="button-quiet" href={`${openDataOf(edition)}/aggregates.csv`}>
          {t('csv')}
        </a>{' '}
        <a className="button-quiet" href={`${openDataOf(edition)}/aggregates.json`}>
          {t('json')}
        </a>
      </div>
      <p className="hint">
        {`${t('rounded')} `}
        <a href={`${pathTo('method', locale)}#participants`}>{t('toMethod')}</a>
      </p>
    </section>
  )
}
