import { appDatabase } from '@/lib/db/engine/client'
import { readOperator } from '@/lib/db/operator'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { log } from '@/lib/log'
import type { Operator } from '@/lib/operator/operator'

/**
 * Who operates the site; null where it cannot be read, which is logged. The page is then answered with 503, so that it is kept
 * nowhere.
 */
export async function loadOperator(): Promise<Operator | null> {
  try {
    return await readOperator(appDatabase)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the operator cannot be read')
    setResponseStatus(503)
    return null
  }
}
