// npm run audit:verify [-- --head=<entries>:<hash>]: says whether the audit log is whole, and whether it still has the end
// that the server's log noted on an earlier day.
import { parseArgs } from 'node:util'
import { notedHeadText, parseNotedHead } from '@/lib/audit/noted-head'
import { auditSentence } from '@/lib/audit/verify-chain'
import { verifyAudit } from '@/lib/db/read-audit'
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { runScript } from './run-script'

function readNoted() {
  const { head } = parseArgs({ options: { head: { type: 'string' } } }).values
  if (head === undefined) return undefined
  const noted = parseNotedHead(head)
  if (noted !== null) return noted
  const example = notedHeadText({ entryCount: 12, lastHash: '<64 digits>' })
  throw new Error(`Give the end as the server's log has it: npm run audit:verify -- --head=${example}`)
}

await runScript(async () => {
  const noted = readNoted()
  const settings = readSettings()
  // Never made here: with a new secret, every entry would seem changed.
  const key = readSecret(settings, 'audit')
  const database = openDatabase(settings.databaseUrl, { dedicated: true })
  try {
    const report = await verifyAudit(database, key, noted)
    if (report.firstInvalid !== null) throw new Error(auditSentence(report))
    return auditSentence(report)
  } finally {
    await database.close()
  }
})
