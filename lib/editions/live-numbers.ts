import { lastEndedWeek } from '@/lib/counts/ended-week'
import type { Database } from '@/lib/db/engine/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { countPerWeek } from '@/lib/db/edition-responses'
import { listEditions } from '@/lib/db/editions'
import { countedWeeks, storeLiveNumbers } from '@/lib/db/live-numbers'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { countSince, responsesNeeded } from './due'
import { scopeOf } from './plan-edition'
import { secureRandom } from '@/lib/keys/secure-random'

/**
 * Counts the contributions of the weeks that are over and were not counted yet, and whether enough wait for the next edition,
 * at the moment `now`: with Monday's daily work, and on no other day, unless a Monday was missed. A number that was stored is
 * not counted again, so that nobody learns by comparing two who withdrew. Returns how many weeks were counted. Throws
 * DatabaseError.
 */
export async function countLiveNumbers(database: Database, waveId: string, now: Date): Promise<number> {
  const lastWeek = lastEndedWeek(now)
  const counted = await readConsistently(database, async (reading) => {
    const scope = await scopeOf(reading, waveId)
    const known = await countedWeeks(reading, scope)
    if (known.has(lastWeek)) return null
    const perWeek = await countPerWeek(reading, scope)
    const earlier = await listEditions(reading, scope)
    const waiting = countSince(perWeek, earlier.at(-1)?.lastWeek ?? null, lastWeek)
    return {
      scope,
      known,
      perWeek,
      hasEnoughWaiting: waiting >= responsesNeeded(earlier.length > 0),
    }
  })
  if (counted === null) return 0
  const { scope, known, perWeek, hasEnoughWaiting } = counted
  // The last week also where nobody contributed: it tells that this was counted.
  const weeks = [...new Set([...perWeek.keys(), lastWeek])]
    .filter((week) => week <= lastWeek && !known.has(week))
    .map((week) => ({ week, count: randomlyRounded(perWeek.get(week) ?? 0, secureRandom()) }))
  await storeLiveNumbers(database, scope, weeks, hasEnoughWaiting)
  return weeks.length
}
