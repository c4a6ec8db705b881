import { useLocale, useTimeZone } from 'next-intl'
import { dayOf } from './day-of'
import { languages } from './locales'

/** Making one takes longer than all that it writes on a page. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(region: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([region, options])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(region, options)
  formats.set(key, known)
  return known
}

/** Says moments in the language of the page, in the time zone of the site unless the options have another. */
export function useDateWords(): (moment: Date, options: Intl.DateTimeFormatOptions) => string {
  const region = languages[useLocale()].region
  const timeZone = useTimeZone()
  return (moment, options) => formatFor(region, { ...(timeZone && { timeZone }), ...options }).format(moment)
}

/** Says ISO dates such as `2026-11-23` in full: "23 November 2026". */
export function useDayWords(): (date: string) => string {
  const dateWords = useDateWords()
  return (date) => dateWords(dayOf(date), { dateStyle: 'long' })
}
