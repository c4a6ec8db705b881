import { readOpenness } from '@/app/read-openness'
import type { OpeningState } from '@/components/admin/dashboard/opening-checklist'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { listAdmins } from '@/lib/auth/admins'
import { readLastBackup } from '@/lib/backup/last-backup'
import { readOperator } from '@/lib/db/operator'
import { readSchemeState } from '@/lib/db/scheme'
import { readChosenSettings } from '@/lib/db/settings'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { readSettings } from '@/lib/env'
import { hasPublicAddress } from '@/lib/http/has-public-address'
import { recipientOf } from '@/lib/operator/operator'

/** Which steps of opening a site are done; null for admins who are not owners. Throws DatabaseError. */
export async function loadOpening(request: AdminRequest): Promise<OpeningState | null> {
  const listed = await listAdmins(request)
  if (!listed.ok) return null
  const { database } = request
  const settings = readSettings()
  const owners = listed.admins.filter(({ role, hasSecondFactor }) => role === 'owner' && hasSecondFactor)
  const chosen = await readChosenSettings(database)
  return {
    steps: {
      operator: recipientOf(await readOperator(database)) !== null,
      secondOwner: owners.length > 1,
      licence: chosen.has('licence'),
      scheme: (await readSchemeState(database, await readCurrentWaveId(database))).isChosen,
      rhythm: chosen.has('yearlyEditions'),
      backup: readLastBackup(settings) !== null,
      publicAddress: hasPublicAddress(settings),
    },
    isOpen: (await readOpenness()).isOpen,
  }
}
