import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const pages = ['README.md', 'docs/operations.md', 'docs/upgrading.md'] as const
const textOf = (file: string) => readFileSync(file, 'utf8')

/** The text in one line, as people read it. */
const readable = (file: string) => textOf(file).replaceAll(/\s+/g, ' ')

test('every command that operators are told to type is there', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Record<string, string> }
  const told = pages.flatMap((page) =>
    [...textOf(page).matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name = '']) => name),
  )
  expect(told).toContain('backup')
  expect(told.filter((name) => !(name in scripts))).toEqual([])
})

test('every file that the pages for operators lead to is there', () => {
  const targets = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) =>
      path.join(path.dirname(page), link),
    ),
  )
  expect(targets).toContain('deploy/miroir.service')
  expect(targets.filter((target) => !existsSync(target))).toEqual([])
})

test('the numbers of requests that take turns are those of the server', () => {
  const numbers = (line: string) => {
    const names = ['atWork', 'atWorkOfEach', 'waiting', 'waitingOfEach']
    const pattern = names.map((name) => `${name}: (\\d+)`).join(', ')
    const found = new RegExp(`${line} = createTurns\\(\\{ ${pattern} \\}\\)`).exec(textOf('server/lines.ts'))
    return found?.slice(1).map(Number) ?? expect.fail(`server/lines.ts has no ${line}`)
  }
  const [work, , waiting, waitingOfEach] = numbers('pages')
  // In words: a sentence does not begin with a digit.
  expect(numbers('pages')[1]).toBe(4)
  const [one, , ofAll, ofEach] = numbers('passwords')
  expect(one).toBe(1)
  const said = readable('docs/operations.md')
  expect(said).toContain(
    `four requests are at work and ${waitingOfEach} wait; of all together, ${work} are at work and ${waiting} wait`,
  )
  expect(said).toContain(`one at work, of each address ${ofEach} waiting, of all ${ofAll}`)
})
