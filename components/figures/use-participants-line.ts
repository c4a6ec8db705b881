import { markup, type Markup } from '@/components/ui/markup'
import { useTranslations } from '@/lib/i18n/translations'
import type { Tool } from '@/lib/instrument/tools'
import type { ParticipantShare } from '@/lib/disclosure/aggregates/share-beside'
import { participantsBar } from './participants-bar'
import { usePercent } from './use-figure-words'

/**
 * The share of this site's participants on a line of its own, apart from the national figure and drawn otherwise, since these
 * people chose to take part. With the tool, where the figure is about several.
 */
export function useParticipantsLine(): (tool: Tool | null, share: ParticipantShare) => Markup {
  const t = useTranslations()
  const percent = usePercent()
  return (tool, { sharePercent }) => {
    // Computed from counts that are rounded: a decimal would say more than there is.
    const share = percent(Math.round(sharePercent))
    const words =
      tool === null
        ? t('participants.share', { share })
        : t('participants.shareOf', { tool: t(`toolLabels.${tool}`), share })
    return markup`<span class="participants"><span>${words}</span>${participantsBar(sharePercent)}</span>`
  }
}
