import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

/** What the words and the bars say, and what the file to download holds: folded, for who asks. */
export function ReadingGuide() {
  const t = useTranslations('results.reading')
  const locale = useLocale()
  return (
    <details className="theme">
      <summary>
        <h3>{t('title')}</h3>
      </summary>
      <p>{t.rich('also', { link: (words) => <a href={pathTo('method', locale)}>{words}</a> })}</p>
      <p>{t('file')}</p>
    </details>
  )
}
