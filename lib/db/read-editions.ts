import 'server-only'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import type { Edition } from './edition-row'
import { findEdition, listAllEditions, type ListedEdition } from './editions'
import { readWeekCounts, type WeekCounts } from './live-numbers'
import { readParticipation, type Participation } from './participation'

// An edition never changes, but for its file: what was read of one stays in memory, however many people took part.

/** An edition but for whether its file may be delivered, which changes: the list says so, and is read each time. */
export type PublishedEdition = Omit<Edition, 'fileRemovedOn'>

export interface EditionReader {
  /** The editions of a wave that are shown, the first one first: those of real responses; of made-up ones as long as there are none. */
  readonly list: (waveId: string) => Promise<readonly ListedEdition[]>
  /** An edition by its id; null where there is none. */
  readonly find: (waveId: string, id: string) => Promise<PublishedEdition | null>
  /** The last edition that is shown; null where there is none. */
  readonly latest: (waveId: string) => Promise<PublishedEdition | null>
}

/** How many editions stay in memory. */
const mostKept = 16

/** A reader that remembers what it read. Throws DatabaseError. */
function createEditionReader(database: Database): EditionReader {
  const kept = new Map<string, PublishedEdition>()
  const list: EditionReader['list'] = async (waveId) =>
    database.run(async (client) => {
      const all = await listAllEditions(client, waveId)
      const real = all.filter(({ isDemo }) => !isDemo)
      return real.length > 0 ? real : all
    })
  const find: EditionReader['find'] = async (waveId, id) => {
    const key = `${waveId}/${id}`
    const known = kept.get(key)
    if (known) return known
    const edition = await findEdition(database, waveId, id)
    if (edition === null) return null
    // Made-up responses are made again under the same names.
    if (!edition.isDemo) {
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, edition)
    }
    return edition
  }
  return {
    list,
    find,
    latest: async (waveId) => {
      const last = (await list(waveId)).at(-1)
      return last === undefined ? null : find(waveId, last.id)
    },
  }
}

/** The editions of the site's database. */
export const editions = createEditionReader(appDatabase)

/** What is known of a wave between two editions: rounded, as of the last Monday. */
export interface LiveNumbers
  extends WeekCounts, Pick<Participation, 'hasEnoughWaiting' | 'firstDay' | 'lastDay'> {}

/** The live numbers of a wave, as they were stored: no response is read. Throws DatabaseError. */
export async function readLiveNumbers(
  waveId: string,
  database: Database = appDatabase,
): Promise<LiveNumbers> {
  return database.run(async (client) => {
    const { hasEnoughWaiting, firstDay, lastDay } = await readParticipation(client, waveId)
    return { ...(await readWeekCounts(client, waveId)), hasEnoughWaiting, firstDay, lastDay }
  })
}
