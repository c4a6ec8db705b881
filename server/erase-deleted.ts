import path from 'node:path'
import { databaseAddress } from '@/lib/db/engine/address'
import { openDatabase } from '@/lib/db/engine/client'
import { isRewriteDue } from '@/lib/db/rewrite'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'
import { runProgram } from './programs'

/**
 * Has the database rewritten where something was deleted since this was last done. Returns whether nothing is left to be
 * rewritten; what kept it from that is logged.
 */
export async function eraseDeleted(settings: Settings): Promise<boolean> {
  try {
    if (!(await isRewriteDue(openDatabase(settings.databaseUrl)))) return true
    const isRewritten = await rewriteElsewhere(settings)
    if (isRewritten) log.info('the database was rewritten without what was deleted')
    return isRewritten
  } catch (error) {
    log.error(kindOfError(error), 'the database could not be rewritten')
    return false
  }
}

/** In a process of its own: SQLite rewrites a million responses in some 20 seconds, and the site goes on showing its pages. */
async function rewriteElsewhere({ databaseUrl }: Settings): Promise<boolean> {
  const address = databaseAddress(databaseUrl)
  // SQLite's copy of it all stands beside the database meanwhile, and not in a folder that everybody shares.
  const folder = address.kind === 'sqlite' ? { SQLITE_TMPDIR: path.dirname(address.file) } : {}
  return runProgram('rewrite-database', { variables: { DATABASE_URL: databaseUrl, ...folder } })
}
