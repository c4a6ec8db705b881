import { useLocale } from 'next-intl'
import { useItemName } from '@/components/figures/use-item-name'
import type { TrustProfile } from '@/lib/comparison/trust-profile'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

/** How many people can share all of the person's answers about trust: a range, and why it is one. */
export function TrustRange({ profile }: { readonly profile: TrustProfile }) {
  const t = useTranslations()
  const format = useFormatter()
  const locale = useLocale()
  const itemName = useItemName()
  const { lowerPercent, upperPercent, isApproximate, items } = profile
  return (
    <details className="theme trust-range">
      <summary>
        <h3>{t('trustProfile.title')}</h3>
      </summary>
      <p data-lower={lowerPercent} data-upper={upperPercent}>
        {t.rich('trustProfile.range', {
          lower: lowerPercent,
          upper: upperPercent,
          precision: isApproximate ? 'about' : 'exact',
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <svg className="range" aria-hidden="true" focusable="false">
        <line className="axis" x1="0%" x2="100%" y1="50%" y2="50%" />
        <line className="bounds" x1={`${lowerPercent}%`} x2={`${upperPercent}%`} y1="50%" y2="50%" />
      </svg>
      <p>
        {t('trustProfile.answers', {
          items: format.list(items.map(itemName), { type: 'conjunction' }),
        })}
      </p>
      <p>
        {t.rich('trustProfile.why', {
          link: (words) => <a href={`${pathTo('method', locale)}#trust-profile`}>{words}</a>,
        })}
      </p>
    </details>
  )
}
