import type { DatabaseKind } from '@/lib/db/engine/address'
import { countRows, listTableNames, type RawConnection } from '@/lib/db/engine/raw-connection'

/** What a copy of a database holds, which it is checked against later. */
export interface CopiedContent {
  readonly migrations: readonly string[]
  /** Numbers of rows by table. */
  readonly counts: Readonly<Record<string, number>>
}

/** Not in copies: it is about what copies still have. See lib/db/withdrawal-list.ts. */
export const leftOutTable = 'withdrawal'

const historyTable = '_prisma_migrations'

/** What a database holds, but for the table that copies leave out. */
export async function readContent(
  { query }: Pick<RawConnection, 'query'>,
  kind: DatabaseKind,
): Promise<CopiedContent> {
  const tables = (await listTableNames({ query }, kind)).filter((name) => name !== leftOutTable)
  const history = tables.includes(historyTable)
    ? await query(
        `SELECT migration_name FROM ${historyTable} WHERE finished_at IS NOT NULL ORDER BY migration_name`,
      )
    : []
  return { migrations: history.map(([name]) => String(name)), counts: await countRows({ query }, tables) }
}
