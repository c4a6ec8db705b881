import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject } from '../../support/project-copy'
import { applyHunks, recipesIn, type Recipe } from '../../support/recipes'

const run = promisify(execFile)
const recipes = recipesIn(readFileSync('README.md', 'utf8'))

/** What is checked of a copy, and what stands in a recipe for what a test of it says. */
const coherence = ['tests/unit/coherence', 'tests/unit/app/admin/rules.test.ts']
const toBeSaid = "'…'"

let folder: string

/** What a program of the project's says is wrong with a copy; nothing where it ends well. */
async function problems(root: string, program: string, ...parts: readonly string[]): Promise<string> {
  try {
    await run(process.execPath, [path.join('node_modules', program), ...parts], { cwd: root })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    return stripVTControlCharacters(`${program}\n${stdout}${stderr}`)
  }
}

/** Next's types of the pages have to be there. */
const typeProblems = async (root: string) => problems(root, 'typescript/bin/tsc', '--noEmit')
const typesOfPages = async (root: string) => problems(root, 'next/dist/bin/next', 'typegen')
const coherenceProblems = async (root: string) =>
  problems(root, 'vitest/vitest.mjs', 'run', '--project', 'unit', ...coherence)

/** Puts what a failing test says in the place of `…` in a file. */
async function fillIn(root: string, file: string): Promise<void> {
  const said = await coherenceProblems(root)
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
  const hasNewPages = steps.some((step) => step.kind === 'diff' && step.file.startsWith('app/'))
  if (hasNewPages) expect(await typesOfPages(root)).toBe('')
  const open = steps.flatMap((step) =>
    step.kind === 'diff' && step.hunks.some(({ after }) => after.includes(toBeSaid)) ? [step.file] : [],
  )
  for (const file of open) await fillIn(root, file)
}

beforeAll(async () => {
  // The real path: packages are found by it, and so are the files that the compiler remembers.
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'miroir-recipes-')))
  const base = path.join(folder, 'base')
  copyProject(base)
  // Once for all: what it leaves beside the files lets the compiler read anew only what a recipe changed.
  const wrong = (await typesOfPages(base)) + (await typeProblems(base))
  if (wrong !== '') throw new Error(wrong)
}, 240_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('there is a recipe for each thing that is often added', () => {
  const titles = ['An item', 'A language', 'An indicator', 'A setting', 'A page of the admin area']
  expect(recipes.map(({ title }) => title)).toEqual(titles)
  expect(recipes.filter(({ steps }) => steps.length === 0)).toEqual([])
})

// Together, and a language by itself: its words are those of the others as they stand when it is added.
const isLanguage = ({ title }: Recipe) => title === 'A language'
const together = [recipes.filter((recipe) => !isLanguage(recipe)), recipes.filter(isLanguage)]

test.each(together.map((some) => [some.map(({ title }) => title).join(', '), some] as const))(
  '%s: types and coherence hold when the README was followed',
  { timeout: 240_000 },
  async (titles, some) => {
    const root = path.join(folder, titles.replaceAll(/\W+/g, '-'))
    cpSync(path.join(folder, 'base'), root, { recursive: true, verbatimSymlinks: true })
    for (const recipe of some) await follow(root, recipe)
    expect(await Promise.all([typeProblems(root), coherenceProblems(root)])).toEqual(['', ''])
  },
)
