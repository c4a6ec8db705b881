// npm run audit:verify [-- --head=<entries>:<hash>]: says whether the audit log is whole, and whether it still has the end
// that the server's log noted on an earlier day.
import { notedHeadText, parseNotedHead } from '@/lib/audit/noted-head'
import { auditSentence } from '@/lib/audit/verify-chain'
import { verifyAudit } from '@/lib/db/read-audit'
import { openDatabase } from '@/lib/db/engine/client'
import { readSecret } from '@/lib/keys/secrets'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run audit:verify',
  says: 'Says whether the audit log is whole, else which is the first entry that does not fit.',
  operands: {},
  options: {
    head: {
      text: 'entries:hash',
      says: 'an end that the server’s log noted: says whether it is still there',
    },
  },
}

function readNoted(head: string | undefined) {
  if (head === undefined) return undefined
  const noted = parseNotedHead(head)
  if (noted !== null) return noted
  const example = notedHeadText({ entryCount: 12, lastHash: '<64 digits>' })
  throw new Error(`Give the end as the server's log has it: npm run audit:verify -- --head=${example}`)
}

await runScript(line, async ({ options }) => {
  const noted = readNoted(options.head)
  const settings = await findSite(['audit'])
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
