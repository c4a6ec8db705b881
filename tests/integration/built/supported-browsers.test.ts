import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildFolder } from '@/server/build'
import { inlineScriptsOf } from '@/server/prerendered-pages'
import { newerInScript, newerInStyle } from '../../support/newer-features'

const build = buildFolder(process.cwd())
const read = (file: string) => readFileSync(path.join(build, file), 'utf8')

const filesUnder = (folder: string, extension: string) =>
  readdirSync(path.join(build, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => path.posix.join(folder, file))

/** Asked for by browsers without modules only, which no supported one is. */
const { polyfillFiles } = JSON.parse(read('build-manifest.json')) as { polyfillFiles: string[] }

const scripts = filesUnder('static', '.js').filter((file) => !polyfillFiles.includes(file))
const styles = filesUnder('static', '.css')
const pages = filesUnder('server/app', '.html')

describe('what the site sends can be read by the oldest browsers that it supports', () => {
  test('scripts', () => {
    expect(scripts.length).toBeGreaterThan(5)
    expect(scripts.map(read).flatMap(newerInScript)).toEqual([])
  })

  test('style sheets', () => {
    expect(styles.length).toBeGreaterThan(0)
    expect(styles.map(read).flatMap(newerInStyle)).toEqual([])
  })

  test('the scripts in the pages themselves', () => {
    const inline = new Set(pages.flatMap((page) => inlineScriptsOf(read(page))))
    expect(inline.size).toBeGreaterThan(0)
    expect([...inline].flatMap(newerInScript)).toEqual([])
  })
})

describe('what an older browser cannot read is found', () => {
  test.each([
    'class Page { static { Page.count = 1 } }',
    'const price = /(?<=€)\\d+/',
    'const price = new RegExp("(?<!€)\\\\d+")',
    'const letters = /[\\p{L}--[a-z]]/v',
    'const last = [1, 2].findLast((each) => each > 1)',
    'const sorted = [2, 1].toSorted()',
    'const grouped = Object.groupBy([1], (each) => each)',
    'const waiting = Array.fromAsync([1])',
    'const packed = new CompressionStream("gzip")',
    'requestIdleCallback(() => undefined)',
    'import answers from "./answers.json" with { type: "json" }',
  ])('%s', (script) => {
    expect(newerInScript(script)).not.toEqual([])
  })

  test.each([
    '@media (width >= 30rem) { p { color: red } }',
    '.page { & p { color: red } }',
    '.page { p { color: red } }',
    'p { color: color-mix(in srgb, red, blue) }',
    'p { color: oklch(50% 0.1 20) }',
    'p { rotate: 45deg }',
    'p { width: 10cqw }',
    'dialog:modal { color: red }',
    'li:nth-child(1 of .own) { color: red }',
    '@container (min-width: 30rem) { p { color: red } }',
  ])('%s', (sheet) => {
    expect(newerInStyle(sheet)).not.toEqual([])
  })
})
