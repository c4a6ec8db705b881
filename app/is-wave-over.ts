import { currentWaveId } from '@/lib/comparison/waves'
import { appDatabase } from '@/lib/db/engine/client'
import { readParticipation } from '@/lib/db/participation'

/** Whether the last day of the current wave is over, in UTC: nobody contributes any more. Throws DatabaseError. */
export async function isWaveOver(): Promise<boolean> {
  const { lastDay } = await appDatabase.run(async (client) => readParticipation(client, currentWaveId))
  return lastDay !== null && new Date().toISOString().slice(0, 10) > lastDay
}
