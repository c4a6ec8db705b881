import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import { connectSqlite } from './sqlite-adapter'

export type SchemaEngine = wasm.SchemaEngine

/** No table is kept out of what the engine looks at. */
export const everything: wasm.SchemaFilter = { externalTables: [], externalEnums: [] }

let loaded: Promise<void> | undefined

// The package's own entry imports its `.wasm` file as a module, which Node 20 and 22 do not do.
async function loadWasm(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...wasm } })
  wasm.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports as { readonly __wbindgen_start?: () => void }
  start?.()
}

/** The shadow database, in memory. The engine sends it whole files, and the adapter's queries take one statement. */
async function connectToShadow(): Promise<SqlDriverAdapter> {
  const shadow = await connectSqlite(':memory:', { create: true })
  return Object.assign(shadow, {
    executeRaw: async ({ sql }: { sql: string }) => {
      await shadow.executeScript(sql)
      return 0
    },
  })
}

/**
 * Runs `work` with Prisma's schema engine, as WebAssembly, on an open SQLite connection, which stays open.
 * What it does is what `prisma migrate` does, without Prisma's download.
 */
export async function withSchemaEngine<Result>(
  connection: SqlDriverAdapter,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await (loaded ??= loadWasm())
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: async () => connection,
    connectToShadowDb: connectToShadow,
  })
  const ignoreLog = (): void => undefined
  const engine = await wasm.SchemaEngine.new({ datamodels: undefined }, ignoreLog, factory)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}
