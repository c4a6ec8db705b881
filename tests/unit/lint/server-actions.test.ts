import { expect, it } from 'vitest'
import { sourceFiles } from '../../support/source-files'

it('only the admin area has server actions: a page of the public site may be older than the build that answers its form', () => {
  const withActions = [...sourceFiles('app', 'components', 'lib')]
    .filter(([, source]) => /^\s*'use server'/m.test(source))
    .map(([file]) => file)
  expect(withActions).not.toEqual([])
  expect(withActions.filter((file) => !file.startsWith('app/[locale]/admin/'))).toEqual([])
})
