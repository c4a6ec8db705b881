import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Database } from '@/lib/db/engine/client'
import { listEditions } from '@/lib/db/editions'
import type { Settings } from '@/lib/env'
import { editionFilePath } from './edition-files'

/** The bytes of an edition's file. A reader that stops before the end destroys the stream. */
export interface Delivery {
  readonly stream: Readable
  readonly sizeBytes: number
}

/**
 * Delivers the file of the last edition. null where it may not be delivered: another edition came since, a response of it was deleted
 * since, or this machine does not have it yet. Throws DatabaseError.
 */
export async function deliverFile(
  database: Database,
  settings: Pick<Settings, 'dataDir'>,
  edition: { readonly waveId: string; readonly isDemo: boolean; readonly id: string },
): Promise<Delivery | null> {
  const file = await open(editionFilePath(settings, edition)).catch(() => null)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    // After the file was opened: what is deleted from now on was not deleted when it was asked for.
    const last = (await database.run(async (client) => listEditions(client, edition))).at(-1)
    if (last?.id === edition.id && last.fileRemovedOn === null) {
      return { stream: file.createReadStream(), sizeBytes: size }
    }
    await file.close()
    return null
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
}
