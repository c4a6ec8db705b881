import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { emptyPlace, makeSite, variablesOf } from '../../support/site-place'
import { runProjectScript } from '../db/processes'

vi.setConfig({ testTimeout: 60_000 })

/** Every script for operators, with what is typed after its name. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'scripts/admin-create': ['person@example.org'],
  'scripts/audit-verify': [],
  'scripts/backup': ['backup.zip'],
  'scripts/backup-verify': ['backup.zip'],
  'scripts/build': [],
  'scripts/db-copy': ['one.db', 'other.db'],
  'scripts/db-migrate': [],
  'scripts/db-purge': [],
  'scripts/db-seed': [],
  'scripts/demo/main': ['10'],
  'scripts/doctor/main': [],
  'scripts/figures-import': ['figures.csv'],
  'scripts/restore': ['backup.zip'],
}

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function run(
  script: string,
  variables: Record<string, string>,
  parts: readonly string[],
): Promise<Ended> {
  return runProjectScript(script, variables['DATABASE_URL'] ?? '', { variables, parts }).then(
    (printed) => ({ code: 0, ...printed }),
    (failed: Ended) => failed,
  )
}

test.each(Object.keys(scripts))(
  '%s has a usage, and refuses what it does not know with it',
  async (script) => {
    const place = emptyPlace()
    const help = await run(script, variablesOf(place), ['--help'])
    expect(help).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Usage: npm run [a-z:]+ -- \[options\]/),
    })
    const unknown = await run(script, variablesOf(place), [...(scripts[script] ?? []), '--no-such-option'])
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toBe(`Unknown option '--no-such-option'.\n\n${help.stdout}`)
    const surplus = await run(script, variablesOf(place), [...(scripts[script] ?? []), 'surplus'])
    expect(surplus).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^"surplus" is one too many\.\n\nUsage: /),
    })
    expect(readdirSync(place.folder)).toEqual([])
  },
)

const needsSite = [
  'scripts/admin-create',
  'scripts/audit-verify',
  'scripts/backup',
  'scripts/db-migrate',
  'scripts/db-purge',
  'scripts/db-seed',
  'scripts/demo/main',
]

test.each(needsSite)(
  '%s makes nothing where no site was ever started, and says how one would be',
  async (script) => {
    const place = emptyPlace()
    const { dataDir } = place.settings
    const variables = { MIROIR_DATA_DIR: dataDir, DATABASE_URL: '', INIT_CWD: place.folder }
    const { code, stdout, stderr } = await run(script, variables, scripts[script] ?? [])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^No site was found: there is no such folder\. [^\n]+\n$/)
    expect(stderr).toContain(
      `Looked at the data folder ${dataDir} and the database ${path.join(dataDir, 'miroir.db')}.`,
    )
    expect(stderr).toContain(`A site is started there with \`MIROIR_DATA_DIR=${dataDir} npm start\``)
    expect(readdirSync(place.folder)).toEqual([])
    // Nor in a folder that is something else's.
    mkdirSync(dataDir)
    const other = await run(script, variables, scripts[script] ?? [])
    expect(other).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^No site was found: there is no such database\. /),
    })
    expect(readdirSync(dataDir)).toEqual([])
  },
)

test('with a site, each does its work', async () => {
  const place = emptyPlace()
  await makeSite(place, 3)
  const variables = { ...variablesOf(place), INIT_CWD: place.folder }
  for (const script of needsSite) {
    const { code, stderr } = await run(script, variables, [
      ...(scripts[script] ?? []),
      ...(script.includes('demo') ? ['--force'] : []),
    ])
    expect([script, code, stderr]).toEqual([script, 0, ''])
  }
})
