import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '../../support/messages'

const names: Readonly<Record<string, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  ios_saf: 'iOS',
}
const { browserslist } = JSON.parse(readFileSync('package.json', 'utf8')) as { browserslist: string[] }
const supported = browserslist.map((entry) => entry.replace(/^\w+/, (id) => names[id] ?? id))

const named = (text = '') => text.match(/\b(Chrome|Edge|Firefox|Safari|iOS) \d+(\.\d+)?/g)

test('the README and the accessibility page name the browsers that the build is made for', () => {
  expect(named(readFileSync('README.md', 'utf8'))).toEqual(supported)
  for (const words of Object.values(messages)) {
    expect(named(words.get('accessibility.making.browsers.meaning'))).toEqual(supported)
  }
})
