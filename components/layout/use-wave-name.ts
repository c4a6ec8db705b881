import { useDateWords } from '@/lib/i18n/use-date-words'

/** The name of a wave in the language of the page: "décembre 2025" for the id `2025-12`. */
export function useWaveName(): (waveId: string) => string {
  const dateWords = useDateWords()
  return (waveId) => dateWords(new Date(`${waveId}-15T12:00:00Z`), { month: 'long', year: 'numeric' })
}
