import { useFormatter } from '@/lib/i18n/translations'
import type { PublishedShare } from '@/lib/participation/published-shares'
import { confidenceLevel } from '@/lib/participation/wilson-interval'

/** An interval of fewer points than this is told to a tenth of a point. */
const narrowPercent = 5

/** The confidence of all intervals, in the language of the page. */
export function useConfidence(): string {
  return useFormatter().number(confidenceLevel, { style: 'percent' })
}

/** The parts of the sentence that tells a share of participants, with its interval. */
export function useShareWords(): (share: PublishedShare) => {
  share: string
  count: number
  confidence: string
  lower: string
  upper: string
} {
  const format = useFormatter()
  const confidence = useConfidence()
  return ({ count, sharePercent, lowerPercent, upperPercent }) => {
    // A narrow interval would else seem to have no width.
    const fractionDigits = upperPercent - lowerPercent < narrowPercent ? 1 : 0
    const percent = (given: number) =>
      format.number(given / 100, {
        style: 'percent',
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      })
    return {
      share: percent(sharePercent),
      count,
      confidence,
      lower: percent(lowerPercent),
      upper: percent(upperPercent),
    }
  }
}
