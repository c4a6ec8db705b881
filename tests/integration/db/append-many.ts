// A process that adds 40 entries to the audit log, some at a time, for audit.test.ts.
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { purged } from './purged-entry'

const settings = readSettings()
const database = openDatabase(settings.databaseUrl)
const key = readSecret(settings, 'audit')
const add = async () => {
  for (let number = 0; number < 10; number += 1) await appendAudit(database, key, purged(number), new Date())
}
await Promise.all(Array.from({ length: 4 }, add))
await database.close()
