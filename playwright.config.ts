import { setFlagsFromString } from 'node:v8'
import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './tests/support/browser'

// As scripts/launch.mjs has it: each worker compiles the database client.
setFlagsFromString('--wasm-tiering-budget=100000000')

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/build-site.ts',
  fullyParallel: true,
  // Of two cores little more than one was at work with two: much of the time a page waits for its site, and a site to start or to stop.
  workers: 3,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // One text for every system: what is compared is words, not pixels.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  // Many times what a test takes on a quiet machine, as the next one.
  timeout: 120_000,
  // How long something may take to show, not how long it does: a busy machine needs more than the preset five seconds.
  expect: { timeout: 20_000 },
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: launchOptions(),
    // `--trace retain-on-failure` shows what a test did, and takes a quarter longer.
    trace: 'off',
    locale: 'fr-FR',
  },
})
