import { useFormatter } from 'next-intl'

/** The name of a wave in the language of the page: "décembre 2025" for the id `2025-12`. */
export function useWaveName(): (waveId: string) => string {
  const format = useFormatter()
  return (waveId) => format.dateTime(new Date(`${waveId}-15T12:00:00Z`), { month: 'long', year: 'numeric' })
}
