import { useLocale } from 'next-intl'
import { askedRanges, percentThatLets, type AskedRules } from '@/lib/anonymisation/asked-rules'
import type { NoRelease } from '@/lib/anonymisation/no-release'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { RefusedView } from './release-view'

/** Why there is no release, and what could be asked for instead. */
export function ReleaseRefused({ release }: { readonly release: RefusedView }) {
  const t = useTranslations('admin.release.refused')
  const { reason, why } = release
  return (
    <section aria-labelledby="why-title">
      <h2 id="why-title">{t('title')}</h2>
      <p>{t(reason)}</p>
      {why !== null && <WhyNot release={release} why={why} />}
    </section>
  )
}

function WhyNot({ release, why }: { readonly release: RefusedView; readonly why: NoRelease }) {
  const t = useTranslations('admin.release.refused')
  const format = useFormatter()
  const locale = useLocale()
  const { waveId, smallestClass, largestWithheldPercent } = release
  const { records, inSmallClasses, inUniformClasses, largestK, leastWithheldShare } = why
  const percent = leastWithheldShare === null ? null : percentThatLets(leastWithheldShare)
  const share = (ofPercent: number) => format.number(ofPercent / 100, { style: 'percent' })

  const formWith = (rules: Partial<AskedRules>) => {
    const asked = { smallestClass, largestWithheldPercent, ...rules }
    const search = new URLSearchParams({
      wave: waveId,
      smallestClass: String(asked.smallestClass),
      largestWithheldPercent: String(asked.largestWithheldPercent),
    })
    return `${adminPath('releases', locale)}?${search.toString()}#ask`
  }
  return (
    <>
      <ul className="release-reasons">
        <li>{t('small', { count: inSmallClasses, records, smallestClass })}</li>
        <li>{t('uniform', { count: inUniformClasses })}</li>
      </ul>
      <h3>{t('instead')}</h3>
      <ul className="release-reasons">
        {largestK === null ? (
          <li>
            {t('noK', { least: askedRanges.smallestClass.least, share: share(largestWithheldPercent) })}
          </li>
        ) : (
          largestK < smallestClass && (
            <li>
              <span>{t('otherK', { largest: largestK, share: share(largestWithheldPercent) })}</span>{' '}
              <a href={formWith({ smallestClass: largestK })}>{t('askWithK', { largest: largestK })}</a>
            </li>
          )
        )}
        {percent === null ? (
          <li>
            {t('tooMuch', {
              smallestClass,
              most: share(askedRanges.largestWithheldPercent.most),
            })}
          </li>
        ) : (
          percent > largestWithheldPercent && (
            <li>
              <span>{t('otherShare', { smallestClass, share: share(percent) })}</span>{' '}
              <a href={formWith({ largestWithheldPercent: percent })}>
                {t('askWithShare', { share: share(percent) })}
              </a>
            </li>
          )
        )}
        <li>
          <a href={formWith({})}>{t('change')}</a>
        </li>
      </ul>
    </>
  )
}
