import type { ShownParticipants } from '@/components/results/participants-note'
import type { Figure } from '@/lib/comparison/figures'
import { readParticipants } from '@/lib/db/participants'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import { log } from '@/lib/log'
import { publishedShares } from '@/lib/participation/published-shares'
import type { Thresholds } from '@/lib/participation/thresholds'

/** What may be shown of a wave's participants beside its figures; null where nothing is, or can be read. */
export async function participantsOf(
  waveId: string,
  figures: readonly Figure[],
  thresholds: Thresholds,
): Promise<ShownParticipants | null> {
  try {
    const participants = await readParticipants(waveId)
    if (participants === null) return null
    const key = readSecret(readSettings(), 'receipt')
    const roll = (cell: string) => keyedUniform(key, 'rounding', cell)
    const shares = publishedShares(participants.counts, figures, roll, thresholds)
    return shares.responseCount === null ? null : { shares, hasDemo: participants.demoCount > 0 }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the participants cannot be read')
    return null
  }
}
