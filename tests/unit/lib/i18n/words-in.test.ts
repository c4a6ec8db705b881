import { expect, it } from 'vitest'
import { textIn, wordsIn } from '@/lib/i18n/words-in'

it('a text is in the language of the page, else in another one, which is named', () => {
  expect(textIn({ fr: 'B', en: 'C' }, 'en')).toEqual({ text: 'C', language: 'en' })
  expect(textIn({ fr: 'B' }, 'en')).toEqual({ text: 'B', language: 'fr' })
  expect(textIn({ fr: null, en: 'C' }, 'fr')).toEqual({ text: 'C', language: 'en' })
  expect(textIn({ fr: null, en: null }, 'fr')).toBeNull()
  expect(textIn({}, 'en')).toBeNull()
})

it('words that are there in both languages are those of the page', () => {
  expect(wordsIn({ fr: 'B', en: 'C' }, 'fr')).toBe('B')
  expect(wordsIn({ fr: 'B', en: 'C' }, 'en')).toBe('C')
})
