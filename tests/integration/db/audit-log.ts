import { appendAudit } from '@/lib/db/audit'
import { verifyAudit } from '@/lib/db/read-audit'
import type { Database } from '@/lib/db/engine/client'
import { sharedSecrets } from '@/tests/support/contributor'
import { freshDatabase, kind, otherProgram } from './databases'
import { purged } from './purged-entry'

export const key = sharedSecrets.MIROIR_AUDIT_SECRET
export const now = new Date('2026-11-23T08:00:00.123Z')

/** The first entry of a log that is invalid, and how many are; null where none is. */
export async function invalidOf(database: Database): Promise<readonly [first: number, count: number] | null> {
  const { firstInvalid, invalidCount } = await verifyAudit(database, key)
  return firstInvalid === null ? null : [firstInvalid, invalidCount]
}

/** What lets another program do what the triggers refuse. */
const withoutTriggers = {
  sqlite: ['audit_entry_update', 'audit_entry_delete', 'audit_entry_replace', 'audit_head_delete'].map(
    (name) => `DROP TRIGGER "${name}"`,
  ),
  postgresql: ['audit_entry', 'audit_head'].map((table) => `ALTER TABLE "${table}" DISABLE TRIGGER USER`),
}

/** A log of some entries, and another program that may do everything with its tables. */
export async function logOf(count: number) {
  const database = await freshDatabase()
  for (let number = 1; number <= count; number += 1) await appendAudit(database, key, purged(number), now)
  const { execute, query } = await otherProgram(database)
  return {
    database,
    execute,
    query,
    /** Does what the triggers would refuse. */
    tamper: async (...statements: readonly string[]) => {
      for (const sql of [...withoutTriggers[kind], ...statements]) await execute(sql)
    },
  }
}
