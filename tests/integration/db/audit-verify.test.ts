import { describe, expect, it } from 'vitest'
import { chainedHash, noHash, sealOf } from '@/lib/audit/chain'
import { notedHeadText } from '@/lib/audit/noted-head'
import { appendAudit, auditHmac } from '@/lib/db/audit'
import { streamAudit } from '@/lib/db/read-audit'
import { seedFigures } from '@/lib/db/waves/seed'
import { sharedSecrets } from '@/tests/support/contributor'
import { collect } from '@/tests/support/audit-chain'
import type { TestDatabase } from '@/tests/support/test-database'
import { key, logOf, now, invalidOf } from './audit-log'
import { freshDatabase, otherProgram } from './databases'
import { runProjectScript } from './processes'
import { purged } from './purged-entry'

const verify = async (
  { url }: TestDatabase,
  parts: readonly string[] = [],
  variables: Record<string, string> = {},
) => runProjectScript('scripts/audit-verify', url, { variables: { ...sharedSecrets, ...variables }, parts })

describe('npm run audit:verify', () => {
  it('says in a sentence that the log is whole', async () => {
    const { database } = await logOf(3)
    await expect(verify(database)).resolves.toEqual({
      stdout: 'The audit log is whole: 3 entries.\n',
      stderr: '',
    })
  })

  it('names the first entry that does not fit, and fails', async () => {
    const { database, tamper } = await logOf(5)
    await tamper(
      `UPDATE audit_entry SET "actor" = NULL WHERE "sequence" = 2`,
      'DELETE FROM audit_entry WHERE "sequence" = 4',
    )
    await expect(verify(database)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'The audit log is not whole: 2 entries do not fit or are missing, the first is entry 2.\n',
    })
  })

  it('takes an end that was noted', async () => {
    const { database } = await logOf(3)
    const noted = notedHeadText(await appendAudit(database, key, purged(4), now))
    await expect(verify(database, [`--head=${noted}`])).resolves.toMatchObject({ stderr: '' })
    const other = noted.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    await expect(verify(database, [`--head=${other}`])).rejects.toMatchObject({ code: 1 })
    await expect(verify(database, ['--head=4'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Give the end as the server's log has it/),
    })
  })

  it('makes no secret: with a new one, every entry would seem changed', async () => {
    const { database } = await logOf(1)
    const variables = { MIROIR_AUDIT_SECRET: '', MIROIR_DATA_DIR: database.folder }
    await expect(verify(database, [], variables)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^No site was found: there is no audit secret\./),
    })
  })
})

it('scripts that erase and make up are recorded', async () => {
  const database = await freshDatabase()
  await seedFigures(database)
  const variables = { ...sharedSecrets, MIROIR_DATA_DIR: database.folder }
  await runProjectScript('scripts/demo/main', database.url, { variables, parts: ['12'] })
  await runProjectScript('scripts/db-purge', database.url, { variables })
  const entries = await collect(streamAudit(database))
  expect(entries).toMatchObject([
    {
      actor: 'system',
      action: 'demoSeeded',
      subject: '2025-12',
      outcome: 'succeeded',
      details: '{"responseCount":12}',
    },
    { action: 'purged', subject: null, details: '{"receiptsErased":0,"responsesDeleted":0}' },
  ])
  expect(await invalidOf(database)).toBeNull()
})

/** Writes a true chain of long entries, a thousand at a time. */
async function writeLongLog(database: TestDatabase, count: number): Promise<void> {
  const { execute } = await otherProgram(database)
  const hmac = auditHmac(key)
  const account = (letter: string) => `${letter.repeat(230)}@example.org`
  const rest = { actor: account('a'), action: 'accountRemoved', subject: account('b'), outcome: 'succeeded' }
  let lastHash = noHash
  for (let first = 1; first <= count; first += 1000) {
    const rows = Array.from({ length: 1000 }, (_, index) => {
      const entry = { sequence: first + index, at: now.toISOString(), ...rest, details: '{}' }
      lastHash = chainedHash(hmac, lastHash, entry)
      const { sequence, ...texts } = entry
      return `(${sequence}, ${[...Object.values(texts), lastHash].map((text) => `'${text}'`).join(', ')})`
    })
    await execute(`INSERT INTO audit_entry VALUES ${rows.join(', ')}`)
  }
  const head = { entryCount: count, lastHash }
  await execute(
    `UPDATE audit_head SET "entryCount" = ${count}, "lastHash" = '${lastHash}', "seal" = '${sealOf(hmac, head)}'`,
  )
}

it('a log of 100,000 entries is verified in less memory than they take', async () => {
  const database = await freshDatabase()
  await writeLongLog(database, 100_000)
  // The entries alone would take about twice as much.
  const variables = { NODE_OPTIONS: '--max-old-space-size=48' }
  await expect(verify(database, [], variables)).resolves.toMatchObject({
    stdout: 'The audit log is whole: 100000 entries.\n',
  })
}, 180_000)
