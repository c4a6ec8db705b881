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

export default defineConfig({
  resolve: { alias },
  test: {
    // As scripts/launch.mjs has it: each file of tests has a process of its own, and compiles the database client anew.
    execArgv: ['--wasm-tiering-budget=100000000'],
    setupFiles: ['tests/support/fail-on-console.ts', 'tests/support/same-cases.ts'],
    // Much of the time is waiting, for databases and processes: two also where there are only two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
          name: 'faults',
          // After all others, and one at a time: what is broken is broken for nobody else, and waits are those of the site.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/build-site.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          include: ['tests/integration/built/**/*.test.ts'],
          globalSetup: ['tests/support/build-site.ts'],
        },
      },
    ],
  },
})
