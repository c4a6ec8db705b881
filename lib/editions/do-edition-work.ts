import type { Edition } from '@/lib/db/edition-row'
import { findEdition, listEditions } from '@/lib/db/editions'
import { readSchemeState } from '@/lib/db/scheme'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { countLiveNumbers } from './live-numbers'
import { makeEdition, type Making } from './make-edition'
import { scopeOf } from './plan-edition'
import { previewSchemes } from './preview-schemes'
import { remakeFile } from './remake-file'

/** What was done. */
export interface EditionWork {
  /** The edition that was made; null where none was due. */
  readonly made: Edition | null
  /** The edition of which the file was made again; null where that was not due. */
  readonly remade: Edition | null
}

/**
 * What a day asks for in publishing: the next edition where it is due; the file of the last one where it is to be made again; with
 * Monday's work the live numbers and, before the first edition, what each scheme would do. Doing it again does nothing more.
 * Throws DatabaseError and what the disk throws.
 */
export async function doEditionWork(making: Making): Promise<EditionWork> {
  const { database, waveId, now, rules } = making
  const made = await makeEdition(making)
  // Of a wave that is not the current one, weeks bring nothing any more.
  const isCurrent = (await readCurrentWaveId(database)) === waveId
  if (isCurrent && (await countLiveNumbers(database, waveId, now)) > 0) {
    const { isFrozen } = await readSchemeState(database, waveId)
    if (!isFrozen) await previewSchemes(making, rules.smallestGroup)
  }
  const last = await database.run(async (client) =>
    (await listEditions(client, await scopeOf(client, waveId))).at(-1),
  )
  const edition = last ? await findEdition(database, waveId, last.id) : null
  const isRemade = edition !== null && (await remakeFile(making, edition))
  return { made, remade: isRemade ? edition : null }
}
