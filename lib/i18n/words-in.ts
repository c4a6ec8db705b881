import type { Words } from '@/lib/waves/figure-record'
import { locales, type Locale } from './locales'

/** What is said in a language of the site, of words that figures bring in two: a reader of another one gets the second. */
export const wordsIn = (words: Words, locale: Locale): string => (locale === 'fr' ? words.fr : words.en)

/** A text in a language, and the language that it is in: another one where it is not said in that. null where it is said in none. */
export function textIn(
  texts: Readonly<Partial<Record<Locale, string | null>>>,
  locale: Locale,
): { readonly text: string; readonly language: Locale } | null {
  for (const language of [locale, ...locales]) {
    const text = texts[language] ?? null
    if (text !== null) return { text, language }
  }
  return null
}
