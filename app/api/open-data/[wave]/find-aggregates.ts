import { settingsInForce } from '@/app/[locale]/settings-in-force'
import type { Figure } from '@/lib/comparison/figures'
import { readWaveFigures } from '@/lib/db/waves/figures'
import { readParticipants } from '@/lib/db/participants'
import { readWaveIds } from '@/lib/db/waves/wave-ids'
import { readSettings } from '@/lib/env'
import type { AboutAggregates } from '@/lib/export/aggregates'
import { inEachLanguage } from '@/lib/i18n/locales'
import { loadEveryLanguage } from '@/lib/i18n/messages'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import type { Counts } from '@/lib/participation/counts'
import { publishedAggregates, type PublishedAggregates } from '@/lib/participation/published-aggregates'
import type { Thresholds } from '@/lib/participation/thresholds'

/** Why there are no open data. */
export type NoAggregates = 'unknown-wave' | 'too-few' | 'made-up'

export type FoundAggregates =
  | { readonly about: AboutAggregates; readonly aggregates: PublishedAggregates }
  | NoAggregates

interface Made {
  readonly figures: readonly Figure[]
  readonly thresholds: Thresholds
  readonly aggregates: PublishedAggregates | null
}

/** What was made of the counts of a snapshot, as long as those are kept: it is asked for more often than it changes. */
const madeOf = new WeakMap<Counts, Made>()

function aggregatesOf(
  counts: Counts,
  figures: readonly Figure[],
  thresholds: Thresholds,
): PublishedAggregates | null {
  const made = madeOf.get(counts)
  const isSame =
    made?.figures === figures &&
    made.thresholds.participantsShownFrom === thresholds.participantsShownFrom &&
    made.thresholds.smallestCell === thresholds.smallestCell
  if (isSame) return made.aggregates
  const key = readSecret(readSettings(), 'receipt')
  const roll = (cell: string) => keyedUniform(key, 'rounding', cell)
  const aggregates = publishedAggregates(counts, figures, roll, thresholds)
  madeOf.set(counts, { figures, thresholds, aggregates })
  return aggregates
}

/** The aggregates of a wave as the last snapshot has them, under the thresholds and the licence that owners set. Throws DatabaseError. */
export async function findAggregates(waveId: string): Promise<FoundAggregates> {
  if (!(await readWaveIds()).includes(waveId)) return 'unknown-wave'
  const participants = await readParticipants(waveId)
  if (participants === null) return 'too-few'
  const { figures } = await readWaveFigures(waveId)
  const { participantsShownFrom, smallestCell, licence } = await settingsInForce()
  const thresholds = { participantsShownFrom, smallestCell }
  const aggregates = aggregatesOf(participants.counts, figures, thresholds)
  if (aggregates === null) return 'too-few'
  // A file leaves the page, and with it the notice that says so.
  if (participants.demoCount > 0) return 'made-up'
  const words = await loadEveryLanguage()
  const about = {
    waveId,
    countedOn: participants.takenOn,
    thresholds,
    licence,
    noLicence: inEachLanguage((locale) => words[locale].export.about.noLicence),
    participants: inEachLanguage((locale) => words[locale].method.participants.who),
    hasDemo: false,
  }
  return { about, aggregates }
}
