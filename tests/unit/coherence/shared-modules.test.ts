import { expect, it } from 'vitest'
import { sourceFiles } from '../../support/source-files'

// See vitest.config.ts: the files of tests in these folders share what they import.
const sharing = ['unit', ...['db', 'auth', 'sqlite', 'postgresql'].map((name) => `integration/${name}`)]

it('no test replaces or loads anew a module that tests of other files share', () => {
  const files = [...sourceFiles(...sharing.map((folder) => `tests/${folder}`))]
  expect(files.length).toBeGreaterThan(200)
  const replacing = files.filter(([, text]) => /\bvi\.(?:mock|doMock|resetModules)\(/.test(text))
  expect(replacing.map(([name]) => name)).toEqual([])
})
