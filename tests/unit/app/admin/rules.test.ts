import { expect, it } from 'vitest'
import { areaOfAction, areaOfRoute } from '@/app/[locale]/admin/rules'
import { adminPages } from '@/lib/i18n/admin-pages'
import { sourceFiles } from '@/tests/support/source-files'

const folder = 'app/[locale]/admin/'
const sources = sourceFiles('app')

/** The folders below the area's that have a file of a name. */
const foldersWith = (file: RegExp) =>
  [...sources.keys()]
    .filter((name) => name.startsWith(folder) && file.test(name))
    .map((name) => name.slice(folder.length).replace(/\/?[^/]+$/, ''))
    .toSorted()

/** `invitation/[token]` answers the page whose address begins with `/invitation`. */
const placeOf = (inFolder: string) => (inFolder === '' ? '' : `/${inFolder.replace(/\/\[[^\]]+\]/g, '')}`)

const isServerFile = (text: string) => /^\s*(?:\/[/*].*\n\s*)*['"]use server['"]/.test(text)

const exportOf = /^export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|const|let|class)\s+(\w+)/gm

it('every page has a rule, and every rule a page', () => {
  expect(foldersWith(/\/page\.[jt]sx?$/).map(placeOf)).toEqual(
    Object.values(adminPages)
      .map(({ path }) => path)
      .toSorted(),
  )
})

it('every route has a rule, and every rule a route', () => {
  expect(foldersWith(/\/route\.[jt]sx?$/)).toEqual(Object.keys(areaOfRoute).toSorted())
})

it('every action has a rule, and every rule an action', () => {
  const files = [...sources].filter(([name, text]) => name.startsWith(folder) && isServerFile(text))
  expect(files.length).toBeGreaterThan(1)
  const names = files.flatMap(([, text]) => [...text.matchAll(exportOf)].map(([, name = '']) => name))
  expect(names.toSorted()).toEqual(Object.keys(areaOfAction).toSorted())
})

it('actions are nowhere but in files of actions, and no file exports any in another way', () => {
  for (const [name, text] of sources) {
    if (!name.startsWith(folder)) continue
    // Within a function, or after other code, it would make an action that this test does not find.
    const marks = [...text.matchAll(/['"]use server['"]/g)].length
    expect([name, marks]).toEqual([name, isServerFile(text) ? 1 : 0])
    if (isServerFile(text)) {
      const exports = [...text.matchAll(/^export\b/gm)].length
      expect([name, exports]).toEqual([name, [...text.matchAll(exportOf)].length])
    }
  }
})

it('the admin area has no files elsewhere that answer requests', () => {
  const outside = [...sources.keys()].filter((name) => !name.startsWith(folder))
  const answering = outside.filter((name) => /\/(?:page|route)\.[jt]sx?$/.test(name))
  expect(answering.filter((name) => sources.get(name)?.includes('lib/auth/'))).toEqual([])
})
