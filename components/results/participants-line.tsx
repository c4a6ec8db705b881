import { useTranslations } from 'next-intl'
import type { Tool } from '@/lib/instrument/tools'
import type { PublishedShare } from '@/lib/participation/published-shares'
import { useShareWords } from './use-share-words'

interface Props {
  /** The tool, where the figure is about several; else null. */
  readonly tool: Tool | null
  readonly share: PublishedShare
}

/**
 * The share of this site's participants, apart from the national figure and in another shape: a point and its interval,
 * since these people are counted and chose to take part.
 */
export function ParticipantsLine({ tool, share }: Props) {
  const t = useTranslations()
  const words = useShareWords()(share)
  const { count, sharePercent, lowerPercent, upperPercent } = share
  return (
    <span className="participants" data-count={count}>
      {tool !== null && <span>{t(`toolLabels.${tool}`)}</span>}
      <span>{t.rich('participants.share', { ...words, strong: (told) => <strong>{told}</strong> })}</span>
      <svg className="participants-mark" aria-hidden="true" focusable="false">
        <line className="interval" x1={`${lowerPercent}%`} x2={`${upperPercent}%`} y1="50%" y2="50%" />
        <svg x={`${sharePercent}%`} y="50%" overflow="visible">
          <path className="point" d="M0-6 6 0 0 6-6 0Z" />
        </svg>
      </svg>
    </span>
  )
}
