import { expect, test } from 'vitest'
import { items } from '@/lib/instrument/catalogue'
import { sourceFiles } from '../../support/source-files'

/** Item ids with a dot in them, which mean nothing but an item. */
const ids = items.map(({ id }) => id).filter((id) => id.includes('.'))

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
