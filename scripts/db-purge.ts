// npm run db:purge: erases receipts and responses that have been kept for long enough. The server does it daily.
import { openDatabase } from '@/lib/db/client'
import { purge, purgeSentence } from '@/lib/db/purge'
import { readSettings } from '@/lib/env'
import { log } from '@/lib/log'
import { runScript } from './run-script'

await runScript(async () => {
  const { databaseUrl, contribution } = readSettings()
  const database = openDatabase(databaseUrl)
  try {
    const report = await purge(database, new Date(), contribution)
    log.info(report, 'purged')
    return purgeSentence(report)
  } finally {
    await database.close()
  }
})
