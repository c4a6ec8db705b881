import { dayOf } from '@/lib/clock/known-time'
import { lastEndedWeek } from '@/lib/counts/ended-week'
import { openDatabase } from '@/lib/db/engine/client'
import { countPerWeek } from '@/lib/db/edition-responses'
import { listEditions } from '@/lib/db/editions'
import { countedWeeks } from '@/lib/db/live-numbers'
import { readOwnerSettings } from '@/lib/db/settings'
import { findCurrentWave } from '@/lib/db/waves/current-wave'
import type { Settings } from '@/lib/env'
import { editionFileSize } from './edition-files'
import { planEdition, scopeOf } from './plan-edition'
import { isFileDue } from './remake-file'

/**
 * Whether the day has work in publishing for a site, at the moment `now`: an edition, a file, or weeks to be counted. A look at
 * some numbers, where the work takes a process of its own. Throws DatabaseError.
 */
export async function isWorkDue(settings: Settings, now: Date): Promise<boolean> {
  const database = openDatabase(settings.databaseUrl)
  const rules = await readOwnerSettings(database, settings.contribution)
  const today = dayOf(now)
  return database.run(async (client) => {
    const current = await findCurrentWave(client)
    for (const { id: waveId } of await client.wave.findMany({ select: { id: true } })) {
      if ((await planEdition(client, waveId, rules, now)) !== null) return true
      const scope = await scopeOf(client, waveId)
      const last = (await listEditions(client, scope)).at(-1)
      const hasFile = last !== undefined && editionFileSize(settings, { waveId, id: last.id }) !== null
      if (last !== undefined && isFileDue(last, hasFile, today)) return true
      const isCounted = (await countedWeeks(client, scope)).has(lastEndedWeek(now))
      if (waveId === current.id && !isCounted && (await countPerWeek(client, scope)).size > 0) return true
    }
    return false
  })
}
