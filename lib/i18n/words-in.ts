import type { Words } from '@/lib/waves/figure-record'
import type { Locale } from './locales'

/** What is said in a language of the site, of words that figures bring in two: a reader of another one gets the second. */
export const wordsIn = (words: Words, locale: Locale): string => (locale === 'fr' ? words.fr : words.en)
