import type { ReleaseView } from '@/components/admin/releases/release-view'
import type { Database } from '@/lib/db/engine/client'
import { readParticipation } from '@/lib/db/release-delivery'
import { failSilent, findRelease, listReleases, type StoredRelease } from '@/lib/db/releases'
import { readSettings } from '@/lib/env'
import { sizeOfBundle } from '@/lib/release/files'
import { releaseViewOf } from './release-view-of'

/** How many releases the page lists. */
const listed = 20

/** What is read; preparations in it that are silent for too long at `now` are given up first. */
async function withoutSilent(
  database: Database,
  now: Date,
  read: () => Promise<readonly StoredRelease[]>,
): Promise<readonly ReleaseView[]> {
  const found = await read()
  const isPreparing = found.some(({ state }) => state === 'preparing')
  const given = isPreparing ? await failSilent(database, now) : []
  const settings = readSettings()
  return (given.length > 0 ? await read() : found).map((stored) =>
    releaseViewOf(stored, sizeOfBundle(settings, stored.id), now),
  )
}

/** A release as its page shows it at `now`; null where there is none. Throws DatabaseError. */
export async function loadRelease(database: Database, id: string, now: Date): Promise<ReleaseView | null> {
  const [found] = await withoutSilent(database, now, async () => {
    const release = await findRelease(database, id)
    return release === null ? [] : [release]
  })
  return found ?? null
}

/** The last releases of some waves at `now`, the latest first, and how many of all were delivered. Throws DatabaseError. */
export async function loadReleases(database: Database, waveIds: readonly string[], now: Date) {
  const releases = await withoutSilent(database, now, async () => {
    const found: StoredRelease[] = []
    for (const waveId of waveIds) found.push(...(await listReleases(database, waveId, listed)))
    return found
      .toSorted((one, other) => other.requestedAt.getTime() - one.requestedAt.getTime())
      .slice(0, listed)
  })
  let deliveredCount = 0
  for (const waveId of waveIds) {
    const counts = await database.run(async (client) => readParticipation(client, waveId))
    deliveredCount += counts.deliveryCount
  }
  return { releases, deliveredCount }
}
