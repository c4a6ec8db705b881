import { useTranslations } from '@/lib/i18n/translations'
import { sourceTexts } from './release-sources.data'

/** The works that the measures are from. */
export function ReleaseSources() {
  const t = useTranslations('admin.release')
  return (
    <details className="release-sources">
      <summary>{t('risk.sources')}</summary>
      <ul lang="en">
        {Object.entries(sourceTexts).map(([id, text]) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
