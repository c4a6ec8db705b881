import { expect, it } from 'vitest'
import { sourceFiles } from '../../support/source-files'

/** What the framework takes from a file of `app` by its name. */
const ofFramework =
  /^(?:generateMetadata|generateStaticParams|dynamic|dynamicParams|metadata|viewport|GET|POST|HEAD)$/

/** Tables that only tests walk. */
const ofTests = ['app/[locale]/admin/rules.ts: areaOfAction']

it('nothing is exported that only tests use, or nobody', () => {
  const sources = [...sourceFiles('app', 'bench', 'components', 'lib', 'scripts', 'server')]
  const words = new Map(sources.map(([path, text]) => [path, text.match(/\w+/g) ?? []]))
  const places = new Map<string, Set<string>>()
  for (const [path, each] of words) {
    for (const word of each) places.set(word, (places.get(word) ?? new Set()).add(path))
  }
  const exported = sources.flatMap(([path, text]) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm)].map(
      ([, name = '']) => ({ path, name }),
    ),
  )
  expect(exported.length).toBeGreaterThan(500)
  const unused = exported.filter(({ path, name }) => {
    if (path.startsWith('app/') && ofFramework.test(name)) return false
    const isUsedHere = (words.get(path) ?? []).filter((word) => word === name).length > 1
    return !isUsedHere && places.get(name)?.size === 1
  })
  expect(unused.map(({ path, name }) => `${path}: ${name}`)).toEqual(ofTests)
})
