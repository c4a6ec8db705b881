import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const promises = readFileSync('docs/promises.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!---|promise)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '').trim()))

test.each(promises)('%s', (_, held = '') => {
  const [, file = '', title] = /^`([^`]+)`(?:: (.+))?$/.exec(held) ?? []
  expect([file, existsSync(file)]).toEqual([file, true])
  if (title !== undefined) expect(readFileSync(file, 'utf8').replaceAll('’', "'")).toContain(title)
})

test('there are promises', () => {
  expect(promises.length).toBeGreaterThan(20)
})
