'use server'

import type { FormOutcome } from '@/components/admin/form-outcome'
import { parseAskedRules } from '@/lib/anonymisation/asked-rules'
import type { AuditEntry } from '@/lib/audit/entry'
import { readAdminState, requireFresh, requireRole } from '@/lib/auth/admin-state'
import { currentRequest } from '@/lib/auth/current-request'
import { leastRole } from '@/lib/auth/roles'
import { appendAudit } from '@/lib/db/audit'
import type { Database } from '@/lib/db/engine/client'
import { readWaveIds } from '@/lib/db/waves/wave-ids'
import { readSettings } from '@/lib/env'
import { releasePath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { readSecret } from '@/lib/keys/secrets'
import { cancelRelease, requestRelease } from '@/lib/release/request'
import { done, leadOn, refusal, showAnew, textOf, whileAvailable } from './outcomes'

async function record(database: Database, entry: AuditEntry): Promise<void> {
  await appendAudit(database, readSecret(readSettings(), 'audit'), entry, new Date())
}

/** Begins to prepare a release, and leads to its page; for exporters. One that cannot be recorded is not prepared. */
export async function requestReleaseAction(
  locale: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = {
    wave: textOf(sent, 'wave'),
    smallestClass: textOf(sent, 'smallestClass'),
    largestWithheldPercent: textOf(sent, 'largestWithheldPercent'),
  }
  const outcome = await whileAvailable(typed, async () => {
    const request = await currentRequest()
    const { database } = request
    const now = new Date()
    const permitted = requireFresh(await readAdminState(request), leastRole.releases, now)
    if (!permitted.ok) return refusal(permitted.reason, typed)
    const parsed = parseAskedRules(typed)
    if (!parsed.ok) return refusal('badRules', typed, parsed.problems)
    const waveId = (await readWaveIds()).find((each) => each === typed.wave)
    if (waveId === undefined) return refusal('badRules', typed, { wave: 'unknown' })

    const requestedBy = permitted.admin.id
    const id = await requestRelease(database, { ...parsed.rules, waveId, requestedBy }, now)
    if (id === null) {
      showAnew()
      return refusal('alreadyPreparing', typed)
    }
    try {
      const details = { kind: 'microdata', ...parsed.rules } as const
      const asked = { action: 'releaseRequested', subject: id, outcome: 'succeeded', details } as const
      await record(database, { ...asked, actor: requestedBy })
    } catch (error) {
      await cancelRelease(database, id).catch(() => false)
      throw error
    }
    return done(id)
  })
  const [id] = outcome.shown
  if (id !== undefined) leadOn(releasePath(id, localeFrom(locale)))
  return outcome
}

/** Ends the preparation of a release; for exporters. One that is over by now is shown as it ended. */
export async function cancelReleaseAction(id: string): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const request = await currentRequest()
    const permitted = requireRole(await readAdminState(request), leastRole.releases)
    if (!permitted.ok) return refusal(permitted.reason)
    const { database } = request
    if (await cancelRelease(database, id)) {
      const details = { kind: 'microdata' } as const
      const cancelled = { action: 'releaseCancelled', subject: id, outcome: 'succeeded', details } as const
      await record(database, { ...cancelled, actor: permitted.admin.id })
    }
    showAnew()
    return done()
  })
}
