import { expect, test } from 'vitest'
import { sourceFiles } from '../../support/source-files'

test('messages are parsed once for each language: components take the hooks of this project', () => {
  const fromLibrary = /import \{[^}]*\buse(?:Translations|Formatter)\b[^}]*\} from 'next-intl'/
  const found = [...sourceFiles('app', 'components', 'lib')]
    .filter(([, source]) => fromLibrary.test(source))
    .map(([name]) => name)
  expect(found).toEqual(['lib/i18n/translations.ts'])
})
