import type { ExportWords, LanguageWords } from '@/lib/export/words'
import { locales, type Locale } from './locales'
import { loadMessages } from './messages'

/** The words of files, in each language of the site, its first one first. */
export async function loadExportWords(): Promise<ExportWords> {
  const wordsOf = async (language: Locale): Promise<LanguageWords> => ({
    ...(await loadMessages(language)),
    language,
  })
  const [first, ...others] = locales
  return [await wordsOf(first), ...(await Promise.all(others.map(wordsOf)))]
}
