import { readOpenness } from '@/app/read-openness'
import type { ShownOpenness } from '@/components/contribution/shown-openness'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'

/** Whether answers can be contributed now, for the public pages; no, where it cannot be read, which is logged. */
export async function opennessInForce(): Promise<ShownOpenness> {
  try {
    return await readOpenness()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'it cannot be read whether contributions are open')
    return { isOpen: false, reason: 'unreadable' }
  }
}
