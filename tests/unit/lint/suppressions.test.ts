import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const elsewhere = /(?:^|\/)(?:node_modules|generated|playwright-report|test-results|\..+)$/

function scriptsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return elsewhere.test(path) ? [] : scriptsIn(path)
    return /\.[cm]?[jt]sx?$/.test(path) ? [path] : []
  })
}

// The linter reports such comments, but a comment that silences every rule silences that report too.
it('no comment switches a linter off: an exception is an override in .oxlintrc.json, with its reason', () => {
  const scripts = scriptsIn('.')
  expect(scripts).toContain('tests/unit/lint/suppressions.test.ts')
  const silenced = scripts.filter((path) =>
    /(?:es|ox)lint-disable/.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(silenced).toEqual([])
})
