import type { Figure } from '@/lib/comparison/figures'
import { everyStatement } from '@/lib/participation/counts'
import { items } from '@/lib/instrument/catalogue'
import { ageGroups } from '@/lib/anonymisation/age-groups'
import { readParticipants } from '@/lib/db/participants'
import { readSettings } from '@/lib/env'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import type { AskedWeeks, DashboardState, ShownCount } from '@/lib/participation/dashboard-view'
import { isoWeekOf } from '@/lib/participation/iso-week'
import { publishedShareOf, publishedShares } from '@/lib/participation/published-shares'
import type { Thresholds } from '@/lib/participation/thresholds'

/** What the dashboard shows of a wave. All weeks taken together until they are counted apart. */
export async function dashboardOf(
  waveId: string,
  figures: readonly Figure[],
  _asked: AskedWeeks,
  thresholds: Thresholds,
): Promise<DashboardState> {
  const participants = await readParticipants(waveId)
  if (participants === null) return { state: 'empty' }
  const { counts, demoCount } = participants
  const key = readSecret(readSettings(), 'receipt')
  const roll = (cell: string) => keyedUniform(key, 'rounding', cell)
  const shares = publishedShares(counts, figures, roll, thresholds)
  const { responseCount } = shares
  if (responseCount === null) return { state: 'few', needed: thresholds.participantsShownFrom }
  const shownCount = (count: number): ShownCount => {
    if (count < thresholds.smallestCell) return 'tooFew'
    if (responseCount - count < thresholds.smallestCell) return 'nearlyEveryone'
    return 5 * Math.round(count / 5)
  }
  const now = new Date()
  const week = isoWeekOf(now)
  const block = { firstWeek: week, lastWeek: week }
  return {
    state: 'shown',
    view: {
      waveId,
      takenOn: now.toISOString().slice(0, 10),
      hasDemo: demoCount > 0,
      blocks: [block],
      chosen: block,
      isWhole: true,
      responseCount,
      weeks: [{ ...block, count: responseCount }],
      ages: ageGroups.map((group) => ({ group, count: shownCount(counts.cells.ageBand.answered[group]) })),
      items: items.map(({ id }) => ({
        item: id,
        count: shownCount(Object.values(counts.cells[id].answered).reduce((sum, each) => sum + each, 0)),
      })),
      pairs: figures.flatMap((figure) =>
        everyStatement
          .filter(({ indicator }) => indicator === figure.indicator)
          .map(({ statement: { tool } }) => ({
            figure,
            tool,
            participants: publishedShareOf(shares, figure, tool),
          })),
      ),
    },
  }
}
