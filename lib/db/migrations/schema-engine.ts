import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'

export type SchemaEngine = wasm.SchemaEngine

/** No table is kept out of what the engine looks at. */
export const everything: wasm.SchemaFilter = { externalTables: [], externalEnums: [] }

let loaded: Promise<void> | undefined

/** A timer that does not keep the process from ending. */
function setIdleTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref()
}

/** What the engine needs of JavaScript. It leaves a timer of ten seconds behind its lock on PostgreSQL. */
function imports(): Record<string, WebAssembly.ImportValue> {
  const given = Object.entries({ ...wasm })
  return Object.fromEntries(
    given.map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? setIdleTimeout : value]),
  )
}

// The package's own entry imports its `.wasm` file as a module, which Node 20 and 22 do not do.
async function loadWasm(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports() })
  wasm.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports as { readonly __wbindgen_start?: () => void }
  start?.()
}

/** Loads the engine, which takes a moment: before a lock that others wait for. */
export async function loadSchemaEngine(): Promise<void> {
  await (loaded ??= loadWasm())
}

/**
 * Runs `work` with Prisma's schema engine, as WebAssembly, on an open connection, which stays open.
 * What it does is what `prisma migrate` does, without Prisma's download. Only a comparison of schemas needs a shadow
 * database, which is an empty one.
 */
export async function withSchemaEngine<Result>(
  connection: SqlDriverAdapter,
  work: (engine: SchemaEngine) => Promise<Result>,
  connectToShadow?: () => Promise<SqlDriverAdapter>,
): Promise<Result> {
  await loadSchemaEngine()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: async () => connection,
    connectToShadowDb: async () => {
      if (connectToShadow === undefined) throw new Error('This work was given no shadow database')
      return connectToShadow()
    },
  })
  const ignoreLog = (): void => undefined
  const engine = await wasm.SchemaEngine.new({ datamodels: undefined }, ignoreLog, factory)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}
