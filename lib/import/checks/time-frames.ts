import { isAccepted, type Line } from '../lines/line'
import { notice, type Warning } from '../notices'

/** Figures about use of which nothing says whether past use counts: one warning for all of them. */
export function timeFrameWarnings(lines: readonly Line[]): readonly Warning[] {
  const assumed = lines.flatMap((line) =>
    isAccepted(line) && line.isTimeFrameAssumed ? [line.record.code] : [],
  )
  return assumed.length === 0 ? [] : [notice('timeFrameAssumed', { codes: [...new Set(assumed)] })]
}
