import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Database } from '@/lib/db/engine/client'
import { keepDelivery } from '@/lib/db/release-delivery'
import type { Settings } from '@/lib/env'
import { bundlePath } from './files'

/** The bytes of a bundle. Whoever does not read them to the end destroys the stream. */
export interface Delivery {
  readonly stream: Readable
  readonly sizeBytes: number
}

/**
 * Delivers the bundle of a release at `now`, and keeps that it was. null where it may not be delivered: it is not ready, its file
 * is no longer kept, a response of it was deleted since, or another release was delivered that it does not know of.
 * Throws DatabaseError.
 */
export async function deliverRelease(
  database: Database,
  settings: Settings,
  id: string,
  now: Date,
): Promise<Delivery | null> {
  const file = await open(bundlePath(settings, id)).catch(() => null)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    if (await keepDelivery(database, id, now)) {
      return { stream: file.createReadStream(), sizeBytes: size }
    }
    await file.close()
    return null
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
}
