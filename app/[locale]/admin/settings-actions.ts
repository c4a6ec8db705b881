'use server'

import type { FormOutcome } from '@/components/admin/form-outcome'
import { changeContributionDays } from '@/lib/auth/change-contribution-days'
import { changeSettings } from '@/lib/auth/change-settings'
import { currentRequest } from '@/lib/auth/current-request'
import { appDatabase } from '@/lib/db/engine/client'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { readSettings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { settingNames } from '@/lib/settings/owner-settings'
import { done, refusal, showAnew, textOf, whileAvailable } from './outcomes'

/** Changes the settings that a form has fields for, all or none; for owners. */
export async function changeSettingsAction(
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const names = settingNames.filter((name) => sent.has(name))
  const typed = Object.fromEntries(names.map((name) => [name, textOf(sent, name)]))
  return whileAvailable(typed, async () => {
    const operator = readSettings()
    const result = await changeSettings(await currentRequest(), {
      sent: typed,
      longest: operator.contribution,
      waveId: await readCurrentWaveId(appDatabase),
      auditKey: readSecret(operator, 'audit'),
    })
    if (!result.ok) return refusal(result.reason, typed, 'problems' in result ? result.problems : undefined)
    showAnew()
    return done()
  })
}

/** Chooses the days on which answers are contributed to the current wave, both or none; for owners. */
export async function changeContributionDaysAction(
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = { firstDay: textOf(sent, 'firstDay'), lastDay: textOf(sent, 'lastDay') }
  return whileAvailable(typed, async () => {
    const result = await changeContributionDays(await currentRequest(), {
      waveId: await readCurrentWaveId(appDatabase),
      sent: typed,
      auditKey: readSecret(readSettings(), 'audit'),
    })
    if (!result.ok) return refusal(result.reason, typed, 'problems' in result ? result.problems : undefined)
    showAnew()
    return done()
  })
}
