import type { Database } from '@/lib/db/engine/client'
import { readStates, type StateWithDifference } from './corrections'
import { findDraft, listDrafts, type StoredDraft } from './drafts'
import { readPublishedWaves, type PublishedWave } from './published-waves'
import { findLastDocument } from './wave-states'
import { draftOfDocument, type WaveDraft } from '@/lib/import/wave-draft'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveDocument } from '@/lib/waves/wave-document'

/** A wave that owners manage: one that was published, or of which there is a draft only. */
export interface ManagedWave extends Omit<PublishedWave, 'figuresRevision'> {
  readonly figureCount: number
  readonly isPublished: boolean
  readonly hasDraft: boolean
}

/** Every wave that was published or has a draft, the latest first. Throws DatabaseError. */
export async function readManagedWaves(database: Database): Promise<readonly ManagedWave[]> {
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

const readLast = async (database: Database, waveId: string) =>
  database.run(async (client) => findLastDocument(client, waveId))

/** A wave with its draft and states; null where there is neither. Throws DatabaseError. */
export async function readManagedWave(database: Database, waveId: string): Promise<ManagedState | null> {
  const waves = await readPublishedWaves(database)
  const draft = await database.run(async (client) => findDraft(client, waveId))
  const wave = waves.find(({ id }) => id === waveId)
  if (wave === undefined && draft === null) return null
  const before = waves.find(({ id }) => id < waveId)
  return {
    waveId,
    document: wave === undefined ? null : await readLast(database, waveId),
    figuresRevision: wave?.figuresRevision ?? 0,
    draft,
    states: await readStates(database, waveId),
    previous: before === undefined ? null : await readLast(database, before.id),
  }
}

/** What a draft of a wave begins with, and the figures of the wave before it. */
export interface Beginning {
  readonly began: WaveDraft
  readonly previous: readonly FigureRecord[]
}

/** What is prepared of a wave, or else published, to be changed; null where there is no such wave. Throws DatabaseError. */
export async function readBeginning(database: Database, waveId: string): Promise<Beginning | null> {
  const found = await readManagedWave(database, waveId)
  if (found === null) return null
  const { draft, document, previous } = found
  const began = draft?.draft ?? (document === null ? null : draftOfDocument(document))
  return began === null ? null : { began, previous: previous?.figures ?? [] }
}
