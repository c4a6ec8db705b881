import { useFormatter, useTranslations } from 'next-intl'
import type { PublishedShare } from '@/lib/participation/published-shares'
import { confidenceLevel } from '@/lib/participation/wilson-interval'

/** An interval of fewer points than this is told to a tenth of a point. */
const narrowPercent = 5

/**
 * The share of this site's participants, apart from the national figure and in another shape: a point and its interval,
 * since these people are counted and chose to take part.
 */
export function ParticipantsLine({ share }: { readonly share: PublishedShare }) {
  const t = useTranslations('participants')
  const format = useFormatter()
  const { count, sharePercent, lowerPercent, upperPercent } = share
  // A narrow interval would else seem to have no width.
  const fractionDigits = upperPercent - lowerPercent < narrowPercent ? 1 : 0
  const percent = (given: number) =>
    format.number(given / 100, {
      style: 'percent',
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    })
  return (
    <div className="participants" data-count={count}>
      <p>
        <span className="participants-tag">{t('tag')}</span>
        {t.rich('share', {
          share: percent(sharePercent),
          count,
          confidence: format.number(confidenceLevel, { style: 'percent' }),
          lower: percent(lowerPercent),
          upper: percent(upperPercent),
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <svg className="participants-mark" aria-hidden="true" focusable="false">
        <line className="axis" x1="0%" x2="100%" y1="50%" y2="50%" />
        <line className="interval" x1={`${lowerPercent}%`} x2={`${upperPercent}%`} y1="50%" y2="50%" />
        <svg x={`${sharePercent}%`} y="50%" overflow="visible">
          <path className="point" d="M0-7 7 0 0 7-7 0Z" />
        </svg>
      </svg>
    </div>
  )
}
