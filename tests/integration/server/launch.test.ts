import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { environmentWith } from '@/lib/env'
import { copyProject } from '../../support/project-copy'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'miroir-launch-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Launches a program of a project from another folder. */
async function launch(project: string, ...parts: readonly string[]): Promise<string> {
  const env = environmentWith({ DATABASE_URL: '', MIROIR_DATA_DIR: path.join(folder, 'data') })
  const program = [path.join(project, 'scripts', 'launch.mjs'), ...parts]
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder, env })
  return stdout
}

const bundlesOf = (project: string) =>
  readdirSync(path.join(project, '.builds', 'programs')).filter((name) => name !== 'current.json')

test('a program is bundled once, and anew only where one of its sources has changed', async () => {
  const project = path.join(folder, 'project')
  copyProject(project)
  mkdirSync(path.join(folder, 'data'))
  expect(await launch(project, 'scripts/db-migrate', '--create')).toContain('is up to date now')
  const [first] = bundlesOf(project)
  expect(await launch(project, 'scripts/db-migrate')).toContain('is up to date.')
  expect(bundlesOf(project)).toEqual([first])

  const source = path.join(project, 'scripts', 'db-migrate.ts')
  writeFileSync(source, readFileSync(source, 'utf8').replace('is up to date.', 'has nothing to catch up.'))
  expect(await launch(project, 'scripts/db-migrate')).toContain('has nothing to catch up.')
  // The one before stays: a site that runs starts programs from it.
  expect(bundlesOf(project)).toHaveLength(2)
  expect(bundlesOf(project)).toContain(first)
})

test('what is no program is named', async () => {
  await expect(launch(process.cwd(), 'scripts/none')).rejects.toMatchObject({
    code: 1,
    stderr: 'There is no program scripts/none: scripts/bundle.mjs lists them.\n',
  })
})

test('every program says which version it is of', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
  expect(await launch(process.cwd(), 'server/serve', '--version')).toBe(`${version}\n`)
})
