import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** A row as Prisma gives it on either kind of database. */
export type Row = Readonly<Record<string, unknown>>

/** A table that is copied: its model, and the columns of its key. `isMade`: the migrations make its rows, and the copy changes them. */
export interface CopiedTable {
  readonly model: keyof Models
  readonly key: readonly string[]
  readonly isMade?: true
}

type Models = Pick<
  Prisma.TransactionClient,
  {
    [Key in keyof Prisma.TransactionClient]: Prisma.TransactionClient[Key] extends { findMany: unknown }
      ? Key
      : never
  }[keyof Prisma.TransactionClient]
>

/**
 * Whatever a row refers to comes before it. The list of withdrawals is about backups, which cannot move to another kind of database;
 * leases are about processes, which go on to use the one or the other.
 */
export const copiedTables: readonly CopiedTable[] = [
  { model: 'wave', key: ['id'] },
  { model: 'waveState', key: ['waveId', 'number'] },
  { model: 'waveDraft', key: ['waveId'] },
  { model: 'source', key: ['waveId', 'id'] },
  { model: 'figure', key: ['waveId', 'indicator', 'population'] },
  { model: 'response', key: ['id'] },
  { model: 'participation', key: ['waveId'] },
  { model: 'weekCount', key: ['waveId', 'isDemo', 'week'] },
  { model: 'edition', key: ['waveId', 'id'] },
  { model: 'rewrite', key: ['id'], isMade: true },
  { model: 'clock', key: ['id'], isMade: true },
  { model: 'setting', key: ['name'], isMade: true },
  { model: 'operator', key: ['id'], isMade: true },
  { model: 'adminUser', key: ['id'] },
  { model: 'adminSession', key: ['id'] },
  { model: 'adminCredential', key: ['id'] },
  { model: 'adminChallenge', key: ['id'] },
  { model: 'adminSecondFactor', key: ['id'] },
  { model: 'adminAttempt', key: ['keyHash'] },
  { model: 'adminUnknownSignIns', key: ['day'] },
  { model: 'adminInvitation', key: ['id'] },
  { model: 'auditEntry', key: ['sequence'] },
  { model: 'auditHead', key: ['id'], isMade: true },
]

/** What is used of a model, whichever it is. */
interface Rows {
  readonly count: () => Promise<number>
  readonly findMany: (query: object) => Promise<readonly Row[]>
  readonly createMany: (given: { readonly data: readonly Row[] }) => Promise<unknown>
  readonly upsert: (given: {
    readonly where: object
    readonly create: Row
    readonly update: Row
  }) => Promise<unknown>
}

/** The rows of a table. */
export function rowsOf(client: Prisma.TransactionClient, { model }: CopiedTable): Rows {
  // Each model's queries have types of their own, and all of them take these.
  return client[model] as unknown as Rows
}

/** What finds a row by its key. */
export function whereIs({ key }: CopiedTable, row: Row): object {
  const fields = Object.fromEntries(key.map((name) => [name, row[name]]))
  return key.length === 1 ? fields : { [key.join('_')]: fields }
}
