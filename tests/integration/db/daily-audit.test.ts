import { expect, it, vi } from 'vitest'
import { parseNotedHead } from '@/lib/audit/noted-head'
import { streamAudit, verifyAudit } from '@/lib/db/read-audit'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { seedFigures } from '@/lib/db/waves/seed'
import { addDays } from '@/lib/counts/iso-week'
import { collect } from '@/tests/support/audit-chain'
import { sharedSecrets } from '@/tests/support/contributor'
import { key, logOf } from './audit-log'
import { runProjectScript } from './processes'

// Each starts two processes, one after the other: the daily work, and the one that rewrites the database.
vi.setConfig({ testTimeout: 90_000 })

/** A log of some entries beside 30 responses that are old enough to go, and the daily work. */
async function dailyWork(count: number) {
  const log = await logOf(count)
  const { database } = log
  await seedFigures(database)
  await seedDemo(database, 30, { seed: 'daily', now: addDays(new Date(), -910), force: false })
  return {
    ...log,
    /** What the daily work logs, line by line, whether it succeeds or not. */
    run: async () => {
      const script = runProjectScript('tests/integration/db/do-daily-work.ts', database.url, {
        variables: { ...sharedSecrets, MIROIR_DATA_DIR: database.folder },
      })
      const { code, stdout } = await script.then(
        (printed) => ({ code: 0, ...printed }),
        (failed: { readonly code: number; readonly stdout: string }) => failed,
      )
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
      return { code, lines, said: (message: string) => lines.find(({ msg }) => msg === message) }
    },
    responseCount: async () => database.run(async (client) => client.response.count()),
  }
}

it('the daily work is recorded, and its log has the end of the audit log', async () => {
  const { database, run } = await dailyWork(0)
  const { code, said } = await run()
  expect(code).toBe(0)
  expect(await collect(streamAudit(database))).toMatchObject([
    { actor: 'system', action: 'purged', details: '{"receiptsErased":0,"responsesDeleted":30}' },
    { action: 'auditVerified', outcome: 'succeeded', details: '{"entryCount":1,"invalidCount":0}' },
  ])
  expect(said('the audit log is whole')).toMatchObject({ level: 30, entryCount: 1 })
  const noted = parseNotedHead(String(said('the audit log ends here')?.['head']))
  expect(noted).toMatchObject({ entryCount: 2 })
  await expect(verifyAudit(database, key, noted ?? undefined)).resolves.toMatchObject({ invalidCount: 0 })
})

it('sign-ins with addresses that nobody has are recorded with their number, for the days that are over', async () => {
  const { database, run } = await dailyWork(0)
  const [day, today] = [-1, 0].map((days) => addDays(new Date(), days).toISOString().slice(0, 10))
  if (day === undefined || today === undefined) throw new Error('two days')
  await database.run(async (client) => {
    await client.adminUnknownSignIns.createMany({
      data: [day, today].map((each) => ({ day: each, count: 208 })),
    })
  })
  expect((await run()).code).toBe(0)
  expect(await collect(streamAudit(database))).toMatchObject([
    { action: 'purged' },
    { actor: 'system', action: 'unknownSignIns', details: `{"day":"${day}","tryCount":208}` },
    { action: 'auditVerified', outcome: 'succeeded' },
  ])
})

it('an entry that was changed is an error in its log, and recorded', async () => {
  const { database, tamper, run, responseCount } = await dailyWork(3)
  await tamper('UPDATE audit_entry SET "actor" = NULL WHERE "sequence" = 2')
  const { code, said } = await run()
  expect(code).toBe(0)
  expect(said('the audit log is not whole')).toMatchObject({
    level: 50,
    invalidCount: 1,
    firstInvalid: 2,
  })
  expect(said('the audit log is whole')).toBeUndefined()
  expect((await collect(streamAudit(database))).at(-1)).toMatchObject({
    action: 'auditVerified',
    outcome: 'failed',
    details: '{"entryCount":4,"firstInvalid":2,"invalidCount":1}',
  })
  expect(await responseCount()).toBe(0)
})

it('an end that was changed keeps nothing from being erased, and the work from being done for the day', async () => {
  const { database, tamper, run, responseCount } = await dailyWork(3)
  await tamper('UPDATE audit_head SET "entryCount" = 2')
  const { code, said } = await run()
  expect(code).toBe(1)
  expect(said('the audit log is not whole')).toMatchObject({
    level: 50,
    invalidCount: 1,
    firstInvalid: 4,
  })
  expect(said('the audit log could not be written to')).toMatchObject({ level: 50, action: 'purged' })
  expect(said('the audit log ends here')).toBeUndefined()
  expect(await responseCount()).toBe(0)
  expect(await collect(streamAudit(database))).toHaveLength(3)
})
