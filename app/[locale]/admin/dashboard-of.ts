import type { Figure } from '@/lib/comparison/figures'
import { appDatabase } from '@/lib/db/engine/client'
import { readBlocks } from '@/lib/db/participant-blocks'
import { readContributedCount } from '@/lib/db/participant-snapshot'
import { readSettings } from '@/lib/env'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import { dashboardState } from '@/lib/participation/dashboard'
import type { AskedWeeks, DashboardState } from '@/lib/participation/dashboard-view'
import type { Thresholds } from '@/lib/participation/thresholds'

/** What may be shown of a wave's participants in the weeks that are asked for. Throws DatabaseError. */
export async function dashboardOf(
  waveId: string,
  figures: readonly Figure[],
  asked: AskedWeeks,
  thresholds: Thresholds,
): Promise<DashboardState> {
  const counted = await readBlocks(waveId)
  const contributedCount = await appDatabase.run(async (client) => readContributedCount(client, waveId))
  const key = readSecret(readSettings(), 'receipt')
  const roll = (cell: string) => keyedUniform(key, 'rounding', cell)
  return dashboardState(waveId, contributedCount, counted, figures, asked, roll, thresholds)
}
