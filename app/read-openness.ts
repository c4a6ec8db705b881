import { opennessOf, type Openness } from '@/lib/contribution/openness'
import { appDatabase } from '@/lib/db/engine/client'
import { readOperator } from '@/lib/db/operator'
import { readCurrentParticipation } from '@/lib/db/participation'
import { readOwnerSettings } from '@/lib/db/settings'
import { readSettings } from '@/lib/env'
import { recipientOf } from '@/lib/operator/operator'

/**
 * Whether answers can be contributed to the current wave now, and why not: whatever offers, shows or takes a contribution goes by
 * this. Throws DatabaseError.
 */
export async function readOpenness(): Promise<Openness> {
  const { contributionOpen } = await readOwnerSettings(appDatabase, readSettings().contribution)
  const days = await appDatabase.run(readCurrentParticipation)
  const isOperatorNamed = recipientOf(await readOperator(appDatabase)) !== null
  return opennessOf({ ...days, isLetIn: contributionOpen, isOperatorNamed }, new Date())
}
