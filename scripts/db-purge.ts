// npm run db:purge: erases receipts and responses that have been kept for long enough. The server does it daily.
import { systemActor, type AuditEntry } from '@/lib/audit/entry'
import { clockSentence } from '@/lib/clock/clock-sentence'
import { dayOf, decideRun, type RunDecision } from '@/lib/clock/known-time'
import { appendAudit } from '@/lib/db/audit'
import { beginRun, readKnownTime } from '@/lib/db/clock'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { countDue, dueSentence, purge, purgeSentence, roundedReport } from '@/lib/db/purge'
import { readOwnerSettings } from '@/lib/db/settings'
import { eraseOldWithdrawals } from '@/lib/db/withdrawal-list'
import type { Settings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { log } from '@/lib/log'
import { eraseDeleted } from '@/server/erase-deleted'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run db:purge',
  says: 'Erases receipts and responses that have been kept for long enough, also from the disk. The server does it daily.',
  operands: {},
  options: {
    'dry-run': { says: 'says how many would be erased, and erases nothing' },
    'accept-clock': {
      says: 'says that this machine’s clock is right, where the database’s days speak against it',
    },
  },
}

/** What the operator is told where a run may not erase for today. */
function onlyUntil({ eraseFor }: RunDecision, now: Date): string {
  if (eraseFor === null || dayOf(eraseFor) === dayOf(now)) return ''
  return ` That is for ${dayOf(eraseFor)}: after a long standstill, each day catches up with some weeks; --accept-clock does so at once.`
}

async function erase(
  settings: Settings,
  database: Database,
  now: Date,
  isAccepted: boolean,
): Promise<string> {
  const record = async (entry: AuditEntry) => appendAudit(database, readSecret(settings, 'audit'), entry, now)
  const entry = { actor: systemActor, subject: null, outcome: 'succeeded' } as const
  const known = await database.run(readKnownTime)
  const decision = await beginRun(database, now, isAccepted)
  if (decision.eraseFor === null) throw new Error(clockSentence(decision.state, known, now))
  if (isAccepted) await record({ ...entry, action: 'clockAccepted', details: {} })
  const periods = await readOwnerSettings(database, settings.contribution)
  const report = await purge(database, now, periods, decision.eraseFor)
  const details = roundedReport(report)
  log.info(details, 'purged')
  await record({ ...entry, action: 'purged', details })
  await eraseOldWithdrawals(database, settings, decision.eraseFor)
  if (!(await eraseDeleted(settings)))
    throw new Error('What was deleted is still in the files of the database.')
  return purgeSentence(report) + onlyUntil(decision, now)
}

async function foretell(
  settings: Settings,
  database: Database,
  now: Date,
  isAccepted: boolean,
): Promise<string> {
  const known = await database.run(readKnownTime)
  const decision = decideRun(known, now, isAccepted)
  if (decision.eraseFor === null) throw new Error(clockSentence(decision.state, known, now))
  const periods = await readOwnerSettings(database, settings.contribution)
  return dueSentence(await countDue(database, decision.eraseFor, periods)) + onlyUntil(decision, now)
}

await runScript(line, async ({ options }) => {
  const settings = await findSite(['audit'])
  const database = openDatabase(settings.databaseUrl)
  try {
    const work = options['dry-run'] ? foretell : erase
    return await work(settings, database, new Date(), options['accept-clock'])
  } finally {
    await database.close()
  }
})
