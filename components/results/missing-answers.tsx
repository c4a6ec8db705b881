import { useLocale } from 'next-intl'
import { useItemName } from '@/components/figures/use-item-name'
import { missingFor } from '@/lib/comparison/arrange'
import type { Comparison } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

interface Props {
  /** The figures of a theme. */
  readonly figures: readonly Figure[]
  readonly comparisons: readonly Comparison[]
}

/** Which answers a theme lacks, each leading to its question. */
export function MissingAnswers({ figures, comparisons }: Props) {
  const t = useTranslations('results')
  const locale = useLocale()
  const itemName = useItemName()
  const readings = comparisons
    .filter(({ figure }) => figures.includes(figure))
    .flatMap(({ readings: each }) => each)
  const missing = missingFor(readings)
  if (missing.length === 0) return null
  return (
    <div className="missing">
      <p>{t('unanswered')}</p>
      <ul>
        {missing.map((id) => (
          <li key={id}>
            <a href={`${pathTo('change', locale)}#question-${id}`}>{itemName(id)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
