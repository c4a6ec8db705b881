import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { sourceFiles } from '../../support/source-files'

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const forAll = new Set([...Object.keys(dependencies), ...builtinModules])
const forDevelopment = new Set([...forAll, ...Object.keys(devDependencies)])

/** The packages that a file imports by name, for more than their types. */
function importsOf(name: string, source: string): readonly string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(name, source).module
  const fixed = staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some((entry) => !entry.isType))
    .map(({ moduleRequest }) => moduleRequest.value)
  const exported = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  )
  const late = dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const [, literal] = /^['"](.+)['"]$/.exec(source.slice(start, end)) ?? []
    return literal === undefined ? [] : [literal]
  })
  return [...fixed, ...exported, ...late]
    .filter((from) => !/^(?:\.|@\/|node:)/.test(from))
    .map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from)
}

/** Files that import packages that are not declared. */
const undeclared = (declared: ReadonlySet<string>, ...folders: readonly string[]) =>
  [...sourceFiles(...folders)].flatMap(([name, source]) =>
    importsOf(name, source)
      .filter((from) => !declared.has(from))
      .map((from) => `${name}: ${from}`),
  )

test('the site imports only packages that it depends on, and its tests and scripts those of development too', () => {
  expect(undeclared(forAll, 'app', 'components', 'lib', 'server')).toEqual([])
  expect(undeclared(forDevelopment, 'bench', 'scripts', 'tests')).toEqual([])
})
