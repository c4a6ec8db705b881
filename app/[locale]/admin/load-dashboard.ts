import type { SiteStateView } from '@/components/admin/dashboard/site-state'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import { isoWeekOf } from '@/lib/counts/iso-week'
import type { Database } from '@/lib/db/engine/client'
import { readAudit } from '@/lib/db/read-audit'
import { readOwnerSettings } from '@/lib/db/settings'
import { nextEdition } from '@/lib/editions/next-edition'
import { readEditions } from '../load-edition'

/** After this time, in milliseconds, the daily work should have been done again. */
const overdueAfter = 36 * 60 * 60 * 1000

/** When the daily work was last done, and since when its publishing fails, as the audit log stores it, which records both. */
async function dailyWorkOf(database: Database, now: Date) {
  const newest = async (action: string) => (await readAudit(database, { action }, { size: 1 })).entries[0]
  const [done, failed] = [await newest('purged'), await newest('editionFailed')]
  const doneAt = done?.at ?? null
  // Each try begins with a new entry: a failure that is newer than that was not followed by a better try.
  const isFailing = failed !== undefined && failed.sequence > (done?.sequence ?? 0)
  return {
    doneAt,
    isOverdue: doneAt !== null && now.getTime() - Date.parse(doneAt) > overdueAfter,
    failedAt: isFailing ? failed.at : null,
  }
}

/** How the site is doing with the current wave at the moment `now`, and its live numbers. Throws DatabaseError. */
export async function loadDashboard(database: Database, longest: RetentionPeriods, now: Date) {
  const { list, live } = await readEditions()
  const { yearlyEditions } = await readOwnerSettings(database, longest)
  const { last, ...next } = nextEdition(list.at(-1), live, yearlyEditions)
  const state: SiteStateView = {
    ...next,
    lastEdition: last,
    lastDay: live.lastDay,
    ...(await dailyWorkOf(database, now)),
  }
  // A wave without responses has no real ones either.
  const { isDemo, weeks } = live
  const isMadeUp = isDemo && (last !== null || weeks.some(({ count }) => count > 0))
  return { isDemo: isMadeUp, state, weeks, runningWeek: isoWeekOf(now) }
}
