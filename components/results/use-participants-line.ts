import { markup, type Markup } from '@/components/ui/markup'
import { useTranslations } from '@/lib/i18n/translations'
import type { Tool } from '@/lib/instrument/tools'
import type { PublishedShare } from '@/lib/participation/published-shares'
import { useShareWords } from './use-share-words'

/**
 * The share of this site's participants, apart from the national figure and in another shape: a point and its interval, since
 * these people are counted and chose to take part. With the tool, where the figure is about several.
 */
export function useParticipantsLine(): (tool: Tool | null, share: PublishedShare) => Markup {
  const t = useTranslations()
  const shareWords = useShareWords()
  return (tool, share) => {
    const { count, sharePercent, lowerPercent, upperPercent } = share
    const about = tool === null ? null : markup`<span>${t(`toolLabels.${tool}`)}</span>`
    const words = t('participants.share', shareWords(share))
    return markup`<span class="participants" data-count="${count}">${about}<span>${words}</span><svg class="participants-mark" aria-hidden="true"><line class="interval" x1="${lowerPercent}%" x2="${upperPercent}%" y1="50%" y2="50%"/><svg x="${sharePercent}%" y="50%" overflow="visible"><path class="point" d="M0-6 6 0 0 6-6 0Z"/></svg></svg></span>`
  }
}
