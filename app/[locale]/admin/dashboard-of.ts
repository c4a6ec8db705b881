import type { Figure } from '@/lib/comparison/figures'
import { readWeeklyParticipants } from '@/lib/db/weekly-participants'
import { readSettings } from '@/lib/env'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import { dashboardState } from '@/lib/participation/dashboard-state'
import type { AskedWeeks, DashboardState } from '@/lib/participation/dashboard-view'
import type { Thresholds } from '@/lib/participation/thresholds'

/** What the dashboard shows of a wave's participants, in the weeks that were asked for. Throws DatabaseError. */
export async function dashboardOf(
  waveId: string,
  figures: readonly Figure[],
  asked: AskedWeeks,
  thresholds: Thresholds,
): Promise<DashboardState> {
  const participated = await readWeeklyParticipants(waveId)
  const key = readSecret(readSettings(), 'receipt')
  // As in participants-of.ts, so that the whole wave is what everybody is shown.
  const roll = (cell: string) => keyedUniform(key, 'rounding', cell)
  return dashboardState(participated, { waveId, figures, asked, thresholds, roll })
}
