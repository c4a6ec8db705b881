import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
// `server-only` throws outside a server bundle; tests are on the server's side of it.
const alias = { '@': root, 'server-only': `${root}tests/support/server-only.ts` }

const slow = { testTimeout: 30_000, hookTimeout: 60_000 }
const onEveryDatabase = 'tests/integration/{db,auth}/**/*.test.ts'
// As the unit tests, files share what they import.
const onOneDatabase = { ...slow, isolate: false, setupFiles: ['tests/support/cheap-passwords.ts'] }
const ofTheBuiltSite = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  globalSetup: ['tests/support/build-site.ts'],
}
const oneClient = 'tests/faults/one-client.test.ts'

export default defineConfig({
  resolve: { alias },
  test: {
    // As scripts/launch.mjs has it: each worker compiles the database client.
    execArgv: ['--wasm-tiering-budget=100000000'],
    setupFiles: ['tests/support/fail-on-console.ts', 'tests/support/same-cases.ts'],
    // Much of the time is waiting, for databases and processes: three also where there are only two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        // They share what they import, which takes longer than most of them: none replaces a module (tests/integration does).
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...onOneDatabase,
          name: 'sqlite',
          include: [onEveryDatabase, 'tests/integration/sqlite/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...onOneDatabase,
          name: 'postgresql',
          include: [onEveryDatabase, 'tests/integration/postgresql/**/*.test.ts'],
          globalSetup: ['tests/support/postgresql-for-tests.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...slow,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ['tests/integration/{db,auth,sqlite,postgresql,built}/**'],
          globalSetup: ['tests/support/build-site.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...ofTheBuiltSite,
          name: 'faults',
          // After all others: what is broken is broken for nobody else.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          include: ['tests/faults/**/*.test.ts'],
          exclude: [oneClient],
        },
      },
      {
        extends: true,
        test: {
          ...ofTheBuiltSite,
          name: 'faults of one client',
          // Alone: how long others wait is bounded.
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
          include: [oneClient],
        },
      },
      {
        extends: true,
        test: {
          ...ofTheBuiltSite,
          name: 'built',
          include: ['tests/integration/built/**/*.test.ts'],
        },
      },
    ],
  },
})
