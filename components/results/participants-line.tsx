import { useTranslations } from 'next-intl'
import type { PublishedShare } from '@/lib/participation/published-shares'
import { useShareWords } from './use-share-words'

/**
 * The share of this site's participants, apart from the national figure and in another shape: a point and its interval,
 * since these people are counted and chose to take part.
 */
export function ParticipantsLine({ share }: { readonly share: PublishedShare }) {
  const t = useTranslations('participants')
  const words = useShareWords()(share)
  const { count, sharePercent, lowerPercent, upperPercent } = share
  return (
    <div className="participants" data-count={count}>
      <p>
        <span className="participants-tag">{t('tag')}</span>
        {t.rich('share', { ...words, strong: (told) => <strong>{told}</strong> })}
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
