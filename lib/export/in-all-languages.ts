import { textElement } from './html'
import type { ExportWords, LanguageWords } from './words'

/** An element with a text, once for every language, the first one first. */
export const inAll = (name: string, words: ExportWords, say: (language: LanguageWords) => string): string =>
  words.map((language) => textElement(name, say(language), { 'xml:lang': language.language })).join('')
