import { expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { isRewriteDue, rewriteDatabase } from '@/lib/db/rewrite'
import { withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { demoResponses } from '@/scripts/demo/demo-responses'
import { sharedSecrets } from '@/tests/support/contributor'
import { freshDatabase, otherProgram } from './databases'
import { fileBytes } from './file-bytes'
import { runProjectScript } from './processes'

const receiptHashOf = (index: number) => createHash('sha256').update(`receipt ${index}`).digest('hex')

/** A database with responses of the week of `now`, put in by the order of their coming, each with answers of its own. */
async function withResponses(count: number, now: Date) {
  const database = await freshDatabase()
  await seedFigures(database)
  const published = await database.run(async (client) => loadWaveFigures(client, '2025-12'))
  const rows = [...demoResponses(count, 'deleted', published.figures)].map(({ id, answers }, index) => ({
    id,
    waveId: '2025-12',
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    answers: JSON.stringify(answers),
    week: isoWeekOf(now),
    receiptHash: receiptHashOf(index),
  }))
  expect(new Set(rows.map(({ answers }) => answers)).size).toBe(count)
  await database.run(async (client) => {
    await client.response.createMany({ data: rows })
  })
  const stored = async () => database.run(async (client) => client.response.findMany())
  const doDailyWork = async () =>
    runProjectScript('tests/integration/db/do-daily-work.ts', database.url, { variables: sharedSecrets })
  return { database, rows, stored, doDailyWork }
}

type Row = Readonly<Record<'id' | 'answers', string>> & { readonly receiptHash: string | null }

/** What of some responses can be read in the files: ids, answers and hashes of receipts. */
function readable(bytes: Buffer, rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ id, answers, receiptHash }) =>
    [id, answers, receiptHash].filter((text) => text !== null && bytes.includes(text)),
  ) as string[]
}

it('of responses that were withdrawn nothing is left in the files after the daily work', async () => {
  const { database, rows, stored, doDailyWork } = await withResponses(900, new Date())
  const other = await otherProgram(database)
  // What a database samples of its rows outlives them.
  await other.execute('ANALYZE')
  expect(readable(await fileBytes(database), rows)).toHaveLength(3 * rows.length)

  const withdrawn = rows.filter((_, index) => index % 10 === 0)
  for (const { receiptHash } of withdrawn) {
    await expect(withdrawResponse(database, receiptHash, new Date())).resolves.toBe(true)
  }
  // As an autovacuum would.
  await other.execute('ANALYZE')
  expect(readable(await fileBytes(database), withdrawn)).not.toEqual([])
  await expect(doDailyWork()).resolves.toMatchObject({ stderr: '' })

  const bytes = await fileBytes(database)
  expect(readable(bytes, withdrawn)).toEqual([])
  expect(readable(bytes, await stored())).toHaveLength(3 * 810)
  await expect(isRewriteDue(database)).resolves.toBe(false)
}, 120_000)

it('of responses that were kept for long enough nothing is left either, nor of receipts', async () => {
  const { database, rows, doDailyWork } = await withResponses(200, addDays(new Date(), -60))
  await database.run(async (client) =>
    client.response.updateMany({
      where: { id: { in: rows.slice(0, 100).map(({ id }) => id) } },
      data: { week: isoWeekOf(addDays(new Date(), -900)) },
    }),
  )
  await doDailyWork()
  const bytes = await fileBytes(database)
  expect(readable(bytes, rows.slice(0, 100))).toEqual([])
  expect(readable(bytes, rows.slice(100))).toEqual(
    rows.slice(100).flatMap(({ id, answers }) => [id, answers]),
  )
}, 60_000)

it('is rewritten only where something was deleted, and again for what is deleted meanwhile', async () => {
  const { database } = await withResponses(3, new Date())
  await expect(isRewriteDue(database)).resolves.toBe(false)
  await withdrawResponse(database, receiptHashOf(0), new Date())
  await expect(isRewriteDue(database)).resolves.toBe(true)
  await rewriteDatabase(database.url)
  await expect(isRewriteDue(database)).resolves.toBe(false)

  await database.run(async (client) => client.rewrite.updateMany({ data: { state: 'begun' } }))
  await expect(isRewriteDue(database)).resolves.toBe(true)
  await withdrawResponse(database, receiptHashOf(1), new Date())
  expect(await database.run(async (client) => client.rewrite.findMany())).toEqual([{ id: 1, state: 'due' }])
})
