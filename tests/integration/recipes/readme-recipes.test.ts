import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyHunks, recipesIn, type Recipe } from '../../support/recipes'

const run = promisify(execFile)
const project = process.cwd()
const recipes = recipesIn(readFileSync('README.md', 'utf8'))

/** What is checked of a copy, and what stands in a recipe for what a test of it says. */
const coherence = ['tests/unit/coherence', 'tests/unit/app/admin/rules.test.ts']
const toBeSaid = "'…'"

/** What was made of the project, beside its files. */
const notCopied = new Set([
  '.git',
  '.next',
  'data',
  'node_modules',
  'playwright-report',
  'test-results',
  'tsconfig.tsbuildinfo',
])

let folder: string

/** Ends well or throws with all that was printed. */
async function node(root: string, ...parts: readonly string[]): Promise<void> {
  try {
    await run(process.execPath, parts, { cwd: root, env: { ...process.env, CI: '1', NO_COLOR: '1' } })
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    throw new Error(`${parts.join(' ')}\n${stdout}${stderr}`, { cause: error })
  }
}
const tool = (name: string) => path.join('node_modules', name)

async function checkTypes(root: string, hasNewPages: boolean): Promise<void> {
  if (hasNewPages) await node(root, tool('next/dist/bin/next'), 'typegen')
  await node(root, tool('typescript/bin/tsc'), '--noEmit')
}

async function checkCoherence(root: string): Promise<void> {
  await node(root, tool('vitest/vitest.mjs'), 'run', '--project', 'unit', ...coherence)
}

/** Puts what a failing test says in the place of `…` in a file. */
async function fillIn(root: string, file: string): Promise<void> {
  const said = await checkCoherence(root).then(
    () => '',
    (error: unknown) => String(error),
  )
  const [, received = expect.fail(`no test says what belongs into ${file}`)] =
    /^(?:Received: "|\+ )([0-9a-f]{16,64})"?$/m.exec(said) ?? []
  const target = path.join(root, file)
  writeFileSync(target, readFileSync(target, 'utf8').replace(toBeSaid, `'${received}'`))
}

async function follow(root: string, { steps }: Recipe): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'sh') await run('sh', ['-ec', step.commands], { cwd: root })
    else applyHunks(root, step.file, step.hunks)
  }
  const open = steps.flatMap((step) =>
    step.kind === 'diff' && step.hunks.some(({ after }) => after.includes(toBeSaid)) ? [step.file] : [],
  )
  for (const file of open) await fillIn(root, file)
}

beforeAll(async () => {
  // The real path: packages are found by it, and so are the files that the compiler remembers.
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'miroir-recipes-')))
  const base = path.join(folder, 'base')
  const isCopied = (file: string) => !notCopied.has(path.relative(project, file))
  cpSync(project, base, { recursive: true, filter: isCopied })
  symlinkSync(path.join(project, 'node_modules'), path.join(base, 'node_modules'))
  // Once for all: what it leaves beside the files lets the compiler read anew only what a recipe changed.
  await checkTypes(base, true)
}, 240_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('there is a recipe for each thing that is often added', () => {
  const titles = ['An item', 'A language', 'A wave', 'A setting', 'A page of the admin area']
  expect(recipes.map(({ title }) => title)).toEqual(titles)
  expect(recipes.filter(({ steps }) => steps.length === 0)).toEqual([])
})

test.each(recipes.map((recipe) => [recipe.title, recipe] as const))(
  '%s: types and coherence hold when the README was followed',
  { timeout: 240_000 },
  async (title, recipe) => {
    const root = path.join(folder, title.replaceAll(' ', '-'))
    cpSync(path.join(folder, 'base'), root, { recursive: true, verbatimSymlinks: true })
    await follow(root, recipe)
    const hasNewPages = recipe.steps.some((step) => step.kind === 'diff' && step.file.startsWith('app/'))
    await Promise.all([checkTypes(root, hasNewPages), checkCoherence(root)])
  },
)
