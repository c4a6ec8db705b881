import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { items } from '@/lib/instrument/catalogue'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
let folder = ''
beforeAll(async () => {
  site = await startSite()
  // Within the project, so that its packages are found.
  folder = mkdtempSync(path.join(process.cwd(), '.build-api-client-'))
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

const node = (...parts: readonly string[]) =>
  execFileSync(process.execPath, [...parts], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

test('a client that a public generator makes of the document compiles, and makes one call of each kind', async () => {
  const document = await (await fetch(`${site.url}/api/v1/openapi.json`)).text()
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('openapi.json'), document)
  writeFileSync(at('package.json'), '{"type":"module"}')
  node(
    '--import',
    path.resolve('tests/support/api-client/typescript-5.mjs'),
    'node_modules/openapi-typescript/bin/cli.js',
    at('openapi.json'),
    '--output',
    at('schema.d.ts'),
  )
  copyFileSync('tests/support/api-client/calls.txt', at('calls.ts'))
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: ['node'],
    exactOptionalPropertyTypes: true,
  }
  writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['calls.ts'] }))
  node('node_modules/typescript/bin/tsc', '--project', at('tsconfig.json'))
  expect(JSON.parse(node('--import', 'tsx', at('calls.ts'), site.url))).toEqual({
    waves: 1,
    hasShare: 'number',
    items: items.length,
    editions: 0,
    missing: [404, 'No edition yet'],
    table: 404,
    isTrue: 'boolean',
  })
})
