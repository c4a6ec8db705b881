import { Settings } from '@/components/admin/settings'
import { ConsentText } from '@/components/contribution/consent-text'
import { isFresh } from '@/lib/auth/session-limits'
import { readOpenness } from '@/app/read-openness'
import { readLastBackup } from '@/lib/backup/last-backup'
import { readChosenDays } from '@/lib/db/contribution-days'
import { readLastSmallestGroup } from '@/lib/db/scheme'
import { readOwnerSettings } from '@/lib/db/settings'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { readSettings } from '@/lib/env'
import { hasPublicAddress } from '@/lib/http/has-public-address'
import { guarded } from '../guarded'
import { changeContributionDaysAction, changeSettingsAction } from '../settings-actions'
import { adminMetadata } from '../titles'

export const generateMetadata = async () => adminMetadata('settings')

export default async function SettingsPage({ params }: PageProps<'/[locale]/admin/settings'>) {
  const { locale } = await params
  return guarded('settings', locale, async ({ session }, { database }) => {
    const operator = readSettings()
    const { receiptDays, responseMonths } = operator.contribution
    const waveId = await readCurrentWaveId(database)
    const longest = { receiptDays, responseMonths }
    return (
      <Settings
        settings={await readOwnerSettings(database, longest)}
        longest={longest}
        lastSmallestGroup={await readLastSmallestGroup(database, waveId)}
        isFresh={isFresh(session, new Date())}
        action={changeSettingsAction}
        openness={await readOpenness()}
        days={await database.run(async (client) => readChosenDays(client, waveId))}
        daysAction={changeContributionDaysAction}
        machine={{
          publicUrl: operator.publicUrl ?? null,
          isPublic: hasPublicAddress(operator),
          lastBackupAt: readLastBackup(operator),
        }}
        consentText={<ConsentText {...longest} />}
      />
    )
  })
}
