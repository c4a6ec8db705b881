import { AsyncLocalStorage } from 'node:async_hooks'
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import type { Database } from '@/lib/db/engine/client'

export type DatabaseClient = Parameters<Parameters<Database['run']>[0]>[0]

/** What better-auth reads and writes through. */
export type AuthDatabase = (options: BetterAuthOptions) => DBAdapter

const calls = new AsyncLocalStorage<{ failures: unknown[] }>()

/**
 * Runs calls of better-auth, and throws what the database threw in them. The library takes some of its failures for
 * "nobody is signed in", or wraps them: a person who is told so is told a lie, and not what to do.
 */
export async function withDatabaseFailures<Result>(work: () => Promise<Result>): Promise<Result> {
  const call = { failures: [] as unknown[] }
  try {
    return await calls.run(call, work)
  } finally {
    throwFirst(call.failures)
  }
}

function throwFirst(failures: readonly unknown[]): void {
  if (failures.length > 0) throw failures[0]
}

async function noted<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query
  } catch (error) {
    calls.getStore()?.failures.push(error)
    throw error
  }
}

/**
 * better-auth's way to the database, which stores hashes of the sessions' tokens instead of the tokens: nobody who reads the
 * database can sign in with what is found there.
 */
export function authDatabase(
  client: DatabaseClient,
  kind: 'sqlite' | 'postgresql',
  hashToken: (token: string) => string,
): AuthDatabase {
  const make = prismaAdapter(client, { provider: kind })
  return (options) => hashingTokens(make(options), hashToken)
}

function hashingTokens(inner: DBAdapter, hashToken: (token: string) => string): DBAdapter {
  const isToken = (model: string, { field, value }: Where) =>
    model === 'session' && field === 'token' && typeof value === 'string'
  const hashed = <Call extends { model: string; where?: Where[] | undefined }>(call: Call): Call => ({
    ...call,
    where: call.where?.map((where) =>
      isToken(call.model, where) ? { ...where, value: hashToken(String(where.value)) } : where,
    ),
  })
  /** The library goes on with the token that it asked for. */
  const restored = <Row>(row: Row, { model, where = [] }: { model: string; where?: Where[] }): Row => {
    const asked = where.find((condition) => isToken(model, condition))
    return asked === undefined || row === null ? row : { ...row, token: asked.value }
  }

  const outer: DBAdapter = {
    ...inner,
    create: async <Row extends Record<string, unknown>, Result = Row>(
      call: Parameters<typeof inner.create<Row, Result>>[0],
    ) => {
      const { token }: { token?: unknown } = call.data
      if (call.model !== 'session' || typeof token !== 'string') return noted(inner.create<Row, Result>(call))
      const data = { ...call.data, token: hashToken(token) }
      return { ...(await noted(inner.create<Row, Result>({ ...call, data }))), token }
    },
    findOne: async <Row>(call: Parameters<typeof inner.findOne>[0]) =>
      restored(await noted(inner.findOne<Row>(hashed(call))), call),
    findMany: async <Row>(call: Parameters<typeof inner.findMany>[0]) =>
      noted(inner.findMany<Row>(hashed(call))),
    count: async (call) => noted(inner.count(hashed(call))),
    update: async <Row>(call: Parameters<typeof inner.update>[0]) =>
      restored(await noted(inner.update<Row>(hashed(call))), call),
    updateMany: async (call) => noted(inner.updateMany(hashed(call))),
    delete: async (call) => noted(inner.delete(hashed(call))),
    deleteMany: async (call) => noted(inner.deleteMany(hashed(call))),
    consumeOne: async <Row>(call: Parameters<typeof inner.consumeOne>[0]) =>
      restored(await noted(inner.consumeOne<Row>(hashed(call))), call),
    incrementOne: async <Row>(call: Parameters<typeof inner.incrementOne>[0]) =>
      restored(await noted(inner.incrementOne<Row>(hashed(call))), call),
    // No transaction: each of the library's own steps is one query, or fails closed half-way.
    transaction: async (work) => work(outer),
  }
  return outer
}
