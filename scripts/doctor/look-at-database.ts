import { auditSentence } from '@/lib/audit/verify-chain'
import { clockSentence } from '@/lib/clock/clock-sentence'
import { clockState } from '@/lib/clock/known-time'
import { readKnownTime } from '@/lib/db/clock'
import { databaseAddress } from '@/lib/db/engine/address'
import type { Database } from '@/lib/db/engine/client'
import { readMigrationState } from '@/lib/db/migrations/state'
import { verifyAudit } from '@/lib/db/read-audit'
import { readCurrentWave } from '@/lib/db/waves/current-wave'
import type { Settings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { failure, fine, warning, type Finding } from './finding'

/** The daily work is tried each hour: it is late after so many hours. */
const lateHours = 36

/** Whether the database is there, and of this version. Throws DatabaseError. */
export async function lookAtDatabase({ databaseUrl }: Settings, database: Database): Promise<Finding> {
  const { name, kind } = databaseAddress(databaseUrl)
  const state = await readMigrationState(databaseUrl)
  if (state === null)
    return failure('database', `${name} is empty: a start fills it, if it is the right one.`)
  const { applied, pending, unknown } = state
  if (unknown.length > 0) {
    return failure(
      'database',
      `${name} is of a newer version, or another program’s (it has ${unknown.join(', ')}): start that version, or set DATABASE_URL.`,
    )
  }
  if (pending.length > 0) {
    return warning(
      'database',
      `${name} lacks ${pending.join(', ')}: make a backup, then \`npm start\` brings it up to date.`,
    )
  }
  await readCurrentWave(database)
  const words = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'
  return fine('database', `${words}, ${name}, up to date with ${applied.length} migrations.`)
}

/** The clock against the days that the database has seen. Throws DatabaseError. */
export async function lookAtClock(database: Database, now: Date): Promise<Finding> {
  const known = await database.run(readKnownTime)
  const state = clockState(known, now)
  const says = clockSentence(state, known, now)
  if (state === 'behind') return failure('clock', says)
  return state === 'ahead' ? warning('clock', says) : fine('clock', says)
}

/** Whether the audit log is whole. Throws DatabaseError, SettingError without its key. */
export async function lookAtAudit(settings: Settings, dedicated: Database): Promise<Finding> {
  const report = await verifyAudit(dedicated, readSecret(settings, 'audit'))
  return report.firstInvalid === null
    ? fine('audit log', auditSentence(report))
    : failure('audit log', `${auditSentence(report)} Look at that entry on the page of the audit log.`)
}

/** When the daily work was last done, as the audit log has it. Throws DatabaseError. */
export async function lookAtDailyWork(database: Database, now: Date): Promise<Finding> {
  const last = await database.run(async (client) =>
    client.auditEntry.findFirst({
      where: { action: 'auditVerified', actor: 'system' },
      orderBy: { sequence: 'desc' },
      select: { at: true },
    }),
  )
  const next = 'start the site, and read the errors that it logs'
  if (last === null) return warning('daily work', `It was never done: ${next}.`)
  const hours = Math.floor((now.getTime() - new Date(last.at).getTime()) / 3_600_000)
  const says = `It was last done at ${last.at}`
  return hours > lateHours
    ? warning('daily work', `${says}, ${hours} hours ago: ${next}.`)
    : fine('daily work', `${says}.`)
}
