import type { ManagedWave } from '@/components/admin/figures/waves-list'
import type { Database } from '@/lib/db/engine/client'
import { readStates, type StateWithDifference } from '@/lib/db/waves/corrections'
import { findDraft, listDrafts, type StoredDraft } from '@/lib/db/waves/drafts'
import { readPublishedWaves } from '@/lib/db/waves/published-waves'
import { findWaveDocument, listWaveStates } from '@/lib/db/waves/wave-states'
import type { WaveDocument } from '@/lib/waves/wave-document'

/** Every wave that was published or has a draft, the latest first. Throws DatabaseError. */
export async function loadManagedWaves(database: Database): Promise<readonly ManagedWave[]> {
  const published = await readPublishedWaves(database)
  const drafts = await database.run(listDrafts)
  const ids = [...new Set([...published.map(({ id }) => id), ...drafts])].toSorted().toReversed()
  return Promise.all(
    ids.map(async (id) => {
      const wave = published.find((each) => each.id === id)
      const draft = await database.run(async (client) => findDraft(client, id))
      const figureCount = await database.run(async (client) => client.figure.count({ where: { waveId: id } }))
      return {
        id,
        name: wave?.name ?? draft?.draft.wave.name ?? null,
        isCurrent: wave?.isCurrent === true,
        isPublished: wave !== undefined,
        hasDraft: draft !== null,
        figureCount,
      }
    }),
  )
}

/** What is known of a wave: what is published of it, and what is prepared. */
export interface ManagedState {
  readonly waveId: string
  /** What is published; null: nothing yet. */
  readonly document: WaveDocument | null
  /** Another number once that has changed; 0 where nothing is published. */
  readonly figuresRevision: number
  readonly draft: StoredDraft | null
  /** The last one first. */
  readonly states: readonly StateWithDifference[]
  /** What is published of the wave before it; null: there is none. */
  readonly previous: WaveDocument | null
}

async function findLast(database: Database, waveId: string): Promise<WaveDocument | null> {
  return database.run(async (client) => {
    const last = (await listWaveStates(client, waveId)).at(-1)
    return last === undefined ? null : findWaveDocument(client, waveId, last.number)
  })
}

/** A wave with its draft and states; null where there is neither. Throws DatabaseError. */
export async function loadManagedWave(database: Database, waveId: string): Promise<ManagedState | null> {
  const waves = await readPublishedWaves(database)
  const draft = await database.run(async (client) => findDraft(client, waveId))
  const wave = waves.find(({ id }) => id === waveId)
  if (wave === undefined && draft === null) return null
  const before = waves.find(({ id }) => id < waveId)
  return {
    waveId,
    document: wave === undefined ? null : await findLast(database, waveId),
    figuresRevision: wave?.figuresRevision ?? 0,
    draft,
    states: await readStates(waveId, database),
    previous: before === undefined ? null : await findLast(database, before.id),
  }
}
