import 'server-only'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import type { PublishedState } from '@/lib/figure-data/published'
import type { WaveState } from '@/lib/waves/wave-state'
import { readCurrentWaveId } from './current-wave'
import { findWaveDocument, listWaveStates } from './wave-states'

/** A wave of which something was published, with all its states, the first one first. */
export interface WaveWithStates {
  readonly id: string
  readonly isCurrent: boolean
  readonly states: readonly [WaveState, ...WaveState[]]
}

/** What was published, wave by wave and state by state. Throws DatabaseError. */
export interface PublishedStates {
  /** The latest wave first. */
  readonly list: () => Promise<readonly WaveWithStates[]>
  /** A wave in a state, by default the current wave in its last one; null where nothing of the kind was published. */
  readonly find: (waveId: string | null, state?: number | null) => Promise<PublishedState | null>
}

/** States never change: so many of them are kept once they were read. */
const mostKept = 20

export function createPublishedStates(database: Database): PublishedStates {
  const kept = new Map<string, PublishedState>()

  async function read(state: WaveState): Promise<PublishedState | null> {
    const { waveId, number } = state
    const key = `${waveId} ${number} ${state.madeOn}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const document = await database.run(async (client) => findWaveDocument(client, waveId, number))
    if (document === null) return null
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(key, { document, state })
    return { document, state }
  }

  return {
    list: async () => {
      const currentId = await readCurrentWaveId(database)
      return database.run(async (client) => {
        const waves = await client.wave.findMany({ select: { id: true }, orderBy: { id: 'desc' } })
        const found = await Promise.all(
          waves.map(async ({ id }) => {
            const [first, ...others] = await listWaveStates(client, id)
            return first && { id, isCurrent: id === currentId, states: [first, ...others] as const }
          }),
        )
        return found.filter((wave) => wave !== undefined)
      })
    },
    find: async (asked, number = null) => {
      const waveId = asked ?? (await readCurrentWaveId(database))
      const states = await database.run(async (client) => listWaveStates(client, waveId))
      const state = number === null ? states.at(-1) : states.find((each) => each.number === number)
      return state === undefined ? null : read(state)
    },
  }
}

export const publishedStates = createPublishedStates(appDatabase)
