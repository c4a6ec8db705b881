// Rewrites the database without what was deleted. server/erase-deleted.ts starts it.
import { rewriteDatabase } from '@/lib/db/rewrite'
import { readSettings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'
import { outliveBrokenOutput } from './broken-output'
import { routeConsole } from './console-to-log'

outliveBrokenOutput()
routeConsole()
try {
  await rewriteDatabase(readSettings().databaseUrl)
} catch (error) {
  log.error(kindOfError(error), 'the database could not be rewritten')
  process.exitCode = 1
}
