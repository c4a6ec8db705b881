import type { ReleaseFile, ReleaseView } from '@/components/admin/releases/release-view'
import type { StoredRelease } from '@/lib/db/releases'
import { bundleName } from '@/lib/export/release'
import { keptMs } from '@/lib/release/files'
import { readResult } from '@/lib/release/result'

function fileOf(
  { id, waveId, requestedAt, outdated }: StoredRelease,
  sizeBytes: number | null,
  now: Date,
): ReleaseFile {
  // What makes it useless first: that it may also be gone changes nothing.
  if (outdated !== null) return { state: outdated }
  const keptUntil = new Date(requestedAt.getTime() + keptMs)
  if (sizeBytes === null || keptUntil <= now) return { state: 'gone' }
  return { state: 'kept', name: `${bundleName({ waveId, releaseId: id })}.zip`, sizeBytes, keptUntil }
}

/**
 * What pages show of a release at `now`. `sizeBytes` is the size of its bundle, null where it is not kept. Throws an error for
 * what only a program that is not this one can have stored.
 */
export function releaseViewOf(stored: StoredRelease, sizeBytes: number | null, now: Date): ReleaseView {
  const { id, waveId, requestedAt, smallestClass, largestWithheldPercent } = stored
  const request = { id, waveId, requestedAt, smallestClass, largestWithheldPercent }
  const { state } = stored
  if (state === 'preparing') {
    return { ...request, state, phase: stored.phase, progressPermille: stored.progressPermille }
  }
  if (state === 'cancelled' || state === 'failed') return { ...request, state }

  const result = readResult(stored.result ?? 'null')
  if (state === 'refused' && result.outcome === 'refused') {
    const { reason } = result
    return { ...request, state, reason, why: reason === 'rules' ? result.why : null }
  }
  const { cutOffWeek, isDemo, deliveredAt } = stored
  if (state === 'ready' && result.outcome === 'prepared' && cutOffWeek !== null && isDemo !== null) {
    const { report, isRepeated } = result
    const file = fileOf(stored, sizeBytes, now)
    return { ...request, state, report, cutOffWeek, isRepeated, isDemo, deliveredAt, file }
  }
  throw new Error(`the release ${id} is ${state}, and its result says something else`)
}
