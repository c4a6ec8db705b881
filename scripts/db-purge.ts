// npm run db:purge: erases receipts and responses that have been kept for long enough. The server does it daily.
import { systemActor } from '@/lib/audit/entry'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { purge, purgeSentence, roundedReport } from '@/lib/db/purge'
import { readOwnerSettings } from '@/lib/db/settings'
import { readSettings } from '@/lib/env'
import { ensureSecrets, readSecret } from '@/lib/keys/secrets'
import { log } from '@/lib/log'
import { eraseDeleted } from '@/server/erase-deleted'
import { runScript } from './run-script'

await runScript(async () => {
  const settings = readSettings()
  ensureSecrets(settings)
  const database = openDatabase(settings.databaseUrl)
  const now = new Date()
  try {
    const periods = await readOwnerSettings(database, settings.contribution)
    const report = await purge(database, now, periods)
    const details = roundedReport(report)
    log.info(details, 'purged')
    await appendAudit(
      database,
      readSecret(settings, 'audit'),
      { actor: systemActor, action: 'purged', subject: null, outcome: 'succeeded', details },
      now,
    )
    if (!(await eraseDeleted(settings)))
      throw new Error('What was deleted is still in the files of the database.')
    return purgeSentence(report)
  } finally {
    await database.close()
  }
})
