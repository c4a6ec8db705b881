import { expect, test } from 'vitest'
import { items } from '@/lib/instrument/catalogue'
import { optionSets } from '@/lib/instrument/option-sets'
import { versions, wasAsked } from '@/lib/instrument/versions'
import { withdrawn } from '@/lib/instrument/withdrawn'
import { catalogueFingerprint } from '../../support/catalogue-fingerprint'
import { sourceFiles } from '../../support/source-files'

/** Item ids with a dot in them, which mean nothing but an item. */
const ids = items.map(({ id }) => id).filter((id) => id.includes('.'))

test('the catalogue is that of its version: whatever changes in it makes a new one (README, "How to add")', () => {
  expect(catalogueFingerprint()).toBe(versions.at(-1)?.fingerprint)
})

test('no item claims to have been asked by a version that had fewer: an item that comes names its version', () => {
  for (const { id: version, itemCount } of versions) {
    const askedCount = items.filter((item) => wasAsked(item, version)).length
    expect([version, askedCount]).toEqual([version, Math.min(askedCount, itemCount)])
  }
  expect(items).toHaveLength(versions.at(-1)?.itemCount ?? 0)
})

test('no two versions have the same name, or the same catalogue', () => {
  expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length)
  expect(new Set(versions.map(({ fingerprint }) => fingerprint)).size).toBe(versions.length)
})

test('what was withdrawn does not come back with another meaning', () => {
  const known = (set: string): readonly string[] =>
    Object.entries(optionSets).find(([id]) => id === set)?.[1] ?? []
  expect(items.filter(({ id }) => withdrawn.items.includes(id))).toEqual([])
  for (const [set, options] of Object.entries(withdrawn.options)) {
    expect([set, options.filter((option) => known(set).includes(option))]).toEqual([set, []])
  }
})

test('an item id is written in the catalogue, the conditions and the comparison, and in no component or page', () => {
  for (const [name, source] of sourceFiles(
    'app',
    'components',
    'lib/session',
    'lib/db',
    'lib/i18n',
    'server',
  )) {
    for (const id of ids) expect([name, source.includes(`'${id}'`)]).toEqual([name, false])
  }
})

test('no percentage is a literal in a page or a component', () => {
  for (const [name, source] of sourceFiles('app', 'components')) {
    expect([name, /\d\s%/.test(source)]).toEqual([name, false])
  }
})
