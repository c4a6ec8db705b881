import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { findDraft } from '@/lib/db/waves/drafts'
import { readPublishedWaves } from '@/lib/db/waves/published-waves'
import { emptyPlace, makeSite, variablesOf } from '../../support/site-place'
import { runProjectScript } from '../db/processes'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(path.join(tmpdir(), 'miroir-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const header = 'code;population;value;qualifier;passage;time_frame'
const file = (name: string, ...lines: readonly string[]) => {
  const target = path.join(folder, name)
  writeFileSync(target, [header, ...lines].join('\r\n'))
  return target
}

interface Ended {
  readonly stdout: string
  readonly stderr: string
}

async function site() {
  const place = emptyPlace()
  await makeSite(place, 0)
  const variables: Record<string, string> = { ...variablesOf(place), INIT_CWD: folder }
  const run = async (...parts: readonly string[]): Promise<Ended> =>
    runProjectScript('scripts/figures-import', variables['DATABASE_URL'] ?? '', { variables, parts }).catch(
      (failed: Ended) => failed,
    )
  const database = openDatabase(place.settings.databaseUrl)
  const draft = async () => database.run(async (client) => findDraft(client, '2025-12'))
  return { run, database, draft }
}

test('a file is read into the draft of a wave, what is doubtful or refused is said, and nothing is published', async () => {
  const { run, database, draft } = await site()
  const good = file(
    'vague.csv',
    'usage.any;french;49,5 %;exact;rapport;now',
    'usage.intend;non_or_past_users;<1;exact;rapport;',
  )
  const said = '0 new, 1 changed, 0 unchanged, 51 removed, 1 refused.'
  const tried = await run('--wave=2025-12', '--dry-run', good)
  expect(tried.stdout).toContain(said)
  expect(tried.stdout).toMatch(/refused: Line 3, column “value”: /)
  expect(await draft()).toBeNull()
  const done = await run('--wave=2025-12', 'vague.csv')
  expect(done.stdout).toContain(said)
  expect(await draft()).toMatchObject({
    revision: 1,
    draft: {
      fileName: 'vague.csv',
      figures: [{ code: 'usage.any', sharePercent: 49.5 }],
      refused: [{ line: 3 }],
    },
  })
  expect(await readPublishedWaves(database)).toMatchObject([{ figuresRevision: 1 }])
  await database.close()
})

test('what cannot be read, or has no wave, is refused in a sentence', async () => {
  const { run, database, draft } = await site()
  writeFileSync(path.join(folder, 'report.pdf'), '%PDF-1.7')
  expect((await run('--wave=2025-12', 'report.pdf')).stderr).toContain('PDF')
  expect((await run('--wave=2031-01', file('a.csv', 'usage.any;french;49;exact;p;now'))).stderr).toContain(
    'There is no wave 2031-01',
  )
  expect((await run('a.csv')).stderr).toContain('Say which wave')
  expect((await run('--wave=2025-12', 'nothing.csv')).stderr).toContain('nothing.csv')
  expect(await draft()).toBeNull()
  await database.close()
})
