import { useLocale } from 'next-intl'
import type { Wave } from '@/lib/comparison/waves'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { wordsIn } from '@/lib/i18n/words-in'

/** The name of a wave in the language of the page: its own, or its month, "décembre 2025" for the id `2025-12`. */
export function useWaveName(): (wave: Pick<Wave, 'id' | 'name'>) => string {
  const dateWords = useDateWords()
  const locale = useLocale()
  return ({ id, name }) =>
    name === null
      ? dateWords(new Date(`${id}-15T12:00:00Z`), { month: 'long', year: 'numeric' })
      : wordsIn(name, locale)
}
