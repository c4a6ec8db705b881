import { createHash } from 'node:crypto'
import { databaseAddress } from '@/lib/db/engine/address'
import { openDatabase } from '@/lib/db/engine/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { copyMs } from '@/lib/db/engine/patience'
import { migrate } from '@/lib/db/migrations/runner'
import { readMigrationState } from '@/lib/db/migrations/state'
import { SettingError } from '@/lib/errors'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { copiedTables, rowsOf, whereIs, type CopiedTable, type Row } from './tables'

/** Rows that are read and written at a time. */
const pageSize = 500

/** Called as rows are copied, and then compared. */
export type OnProgress = (step: 'copied' | 'compared', table: string, count: number, of: number) => void

export interface CopyReport {
  /** Numbers of rows, by table. */
  readonly counts: Readonly<Record<string, number>>
}

/** The rows of a table in the order of its key, in pages. */
async function* pagesOf(
  client: Prisma.TransactionClient,
  table: CopiedTable,
): AsyncGenerator<readonly Row[], void, undefined> {
  const orderBy = table.key.map((name) => ({ [name]: 'asc' }))
  let after: object = {}
  for (;;) {
    const page = await rowsOf(client, table).findMany({ orderBy, take: pageSize, ...after })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    if (page.length < pageSize) return
    after = { cursor: whereIs(table, last), skip: 1 }
  }
}

/** A hash of all rows of a table, which is the same on either kind of database; each page goes through `each` as well. */
async function hashOfRows(
  client: Prisma.TransactionClient,
  table: CopiedTable,
  each: (page: readonly Row[]) => Promise<void> | void,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const page of pagesOf(client, table)) {
    for (const row of page) hash.update(`${JSON.stringify(row)}\n`)
    await each(page)
  }
  return hash.digest('hex')
}

async function copyTable(
  from: Prisma.TransactionClient,
  to: Prisma.TransactionClient,
  table: CopiedTable,
  onProgress: OnProgress,
): Promise<number> {
  const total = await rowsOf(from, table).count()
  const target = rowsOf(to, table)
  let copied = 0
  const given = await hashOfRows(from, table, async (page) => {
    if (!table.isMade) await target.createMany({ data: page })
    else for (const row of page) await target.upsert({ where: whereIs(table, row), create: row, update: row })
    copied += page.length
    onProgress('copied', table.model, copied, total)
  })
  let compared = 0
  const stored = await hashOfRows(to, table, (page) => {
    compared += page.length
    onProgress('compared', table.model, compared, total)
  })
  if (copied !== total || compared !== total || given !== stored) {
    throw new Error(
      `The copy of ${table.model} differs: ${total} rows were read, ${compared} are there. No row was kept.`,
    )
  }
  return total
}

async function refuseOtherVersion(url: string): Promise<void> {
  const { name } = databaseAddress(url)
  const state = await readMigrationState(url)
  if (state === null) throw new SettingError(`${name} is empty: there is nothing to copy.`)
  if (state.unknown.length > 0) {
    throw new SettingError(
      `${name} is of a newer version of the program, or another program's (it has ${state.unknown.join(', ')}).`,
    )
  }
  if (state.pending.length > 0) {
    throw new SettingError(
      `${name} is of an earlier version: bring it up to date with \`npm run db:migrate\` first.`,
    )
  }
}

async function refuseFilled(to: Prisma.TransactionClient, name: string): Promise<void> {
  const filled: string[] = []
  for (const table of copiedTables) {
    if (!table.isMade && (await rowsOf(to, table).count()) > 0) filled.push(table.model)
  }
  if (filled.length > 0) {
    throw new SettingError(
      `${name} is not empty (it has rows of ${filled.join(', ')}): nothing was copied. Give an empty database.`,
    )
  }
}

/**
 * Copies all that a database holds into an empty one of either kind, whose tables are made where they are missing. In one transaction,
 * within which every table is read again and compared by a hash: all of it is there afterwards, or nothing, and it can be done again.
 * What is written to the first one meanwhile is not copied. Throws SettingError, DatabaseError.
 */
export async function copyDatabase(
  fromUrl: string,
  toUrl: string,
  onProgress: OnProgress,
): Promise<CopyReport> {
  if (fromUrl === toUrl) throw new SettingError('Give two databases: these are one and the same.')
  await refuseOtherVersion(fromUrl)
  await migrate(toUrl)
  const from = openDatabase(fromUrl, { dedicated: true })
  const to = openDatabase(toUrl, { dedicated: true })
  const counts: Record<string, number> = {}
  try {
    await readConsistently(
      from,
      async (reading) =>
        to.run(async (client) =>
          client.$transaction(
            async (writing) => {
              await refuseFilled(writing, databaseAddress(toUrl).name)
              for (const table of copiedTables) {
                counts[table.model] = await copyTable(reading, writing, table, onProgress)
              }
            },
            { maxWait: 5000, timeout: copyMs },
          ),
        ),
      copyMs,
    )
    return { counts }
  } finally {
    await from.close()
    await to.close()
  }
}
