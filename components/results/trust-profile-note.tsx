import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { TrustProfile } from '@/lib/comparison/trust-profile'
import { pathTo } from '@/lib/i18n/routes'

/** How many people can share all of the person's answers about trust: a range, and why it is one. */
export function TrustProfileNote({ profile }: { readonly profile: TrustProfile }) {
  const t = useTranslations()
  const format = useFormatter()
  const locale = useLocale()
  const { lowerPercent, upperPercent, isApproximate, items } = profile
  return (
    <section className="trust-profile" aria-labelledby="trust-profile-title">
      <h3 id="trust-profile-title">{t('trustProfile.title')}</h3>
      <p className="figure" data-lower={lowerPercent} data-upper={upperPercent}>
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
          items: format.list(
            items.map((id) => t('results.quoted', { words: t(`items.${id}.label`) })),
            { type: 'conjunction' },
          ),
        })}{' '}
        {t('trustProfile.why')}{' '}
        <a href={`${pathTo('method', locale)}#trust-profile`}>{t('trustProfile.formula')}</a>
      </p>
    </section>
  )
}
