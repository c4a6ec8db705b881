'use server'

import type { FormOutcome } from '@/components/admin/form-outcome'
import { changeScheme } from '@/lib/auth/change-scheme'
import { currentRequest } from '@/lib/auth/current-request'
import { appDatabase } from '@/lib/db/engine/client'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { readSettings } from '@/lib/env'
import { tools } from '@/lib/instrument/tools'
import { readSecret } from '@/lib/keys/secrets'
import { done, refusal, showAnew, textOf, whileAvailable } from './outcomes'

/** Chooses of which tools the files tell the present use; for owners, before the first edition. */
export async function chooseSchemeAction(_before: FormOutcome | null, sent: FormData): Promise<FormOutcome> {
  const named = textOf(sent, 'tools').split(',')
  return whileAvailable({}, async () => {
    const result = await changeScheme(await currentRequest(), {
      waveId: await readCurrentWaveId(appDatabase),
      scheme: { tools: tools.filter((tool) => named.includes(tool)) },
      auditKey: readSecret(readSettings(), 'audit'),
    })
    if (!result.ok) return refusal(result.reason)
    showAnew()
    return done()
  })
}
