import { expect, it } from 'vitest'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { utf8 } from '@/tests/support/import/bytes'
import { context } from '@/tests/support/import/context'

const header = 'code;population;value;qualifier;passage;wording_fr;wording_en'
const wordingsOf = (language: 'fr' | 'en', ...lines: readonly string[]) =>
  recordsOf(readFigureFile(utf8([header, ...lines].join('\n')), { ...context, language }).lines).map(
    ({ wording }) => wording,
  )
const line = (words = ';') => `usage.any;french;48;exact;p;${words}`

it('a question in a row of its own is in the language of the file, and holds for the rows below', () => {
  expect(wordingsOf('fr', 'Utilisez-vous un outil ?', line())).toEqual([
    { fr: 'Utilisez-vous un outil ?', en: null },
  ])
  expect(wordingsOf('en', 'Do you use a tool?', line())).toEqual([{ fr: null, en: 'Do you use a tool?' }])
  expect(wordingsOf('fr', line(), 'Utilisez-vous un outil ?')).toEqual([null])
})

it('two questions beside each other are one in two languages; two words of one question are not', () => {
  expect(wordingsOf('fr', 'Un outil ? / A tool?', line())).toEqual([{ fr: 'Un outil ?', en: 'A tool?' }])
  expect(wordingsOf('fr', 'Un outil / une application ?', line())).toEqual([
    { fr: 'Un outil / une application ?', en: null },
  ])
})

it('the words of the line itself come first, in one language or both', () => {
  expect(wordingsOf('fr', 'Autre ?', line('Ici ?;Here?'))).toEqual([{ fr: 'Ici ?', en: 'Here?' }])
  expect(wordingsOf('fr', 'Autre ?', line(';Here?'))).toEqual([{ fr: null, en: 'Here?' }])
  expect(wordingsOf('en', 'Autre ?', line('Ici ?;'))).toEqual([{ fr: 'Ici ?', en: null }])
})
