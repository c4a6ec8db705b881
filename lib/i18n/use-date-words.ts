import { useLocale, useTimeZone } from 'next-intl'
import { languages, type Locale } from './locales'

/** Making one takes longer than all that it writes on a page. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(region: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([region, options])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(region, options)
  formats.set(key, known)
  return known
}

const siteZone = 'Europe/Paris'

/** At noon it is the same day in Paris. */
const noonOf = (date: string) => new Date(`${date}T12:00:00Z`)

/** No times: those are for `momentWords`, with their zone. */
type DayOptions = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'day' | 'month' | 'year'>

/** Says days in a language, in the time zone of the site: for what is no component. */
export function dateWordsIn(locale: Locale, date: string, options: DayOptions): string {
  return formatFor(languages[locale].region, { timeZone: siteZone, ...options }).format(noonOf(date))
}

/** Says days in the language of the page, in the time zone of the site. */
export function useDateWords(): (moment: Date, options: DayOptions) => string {
  const region = languages[useLocale()].region
  const timeZone = useTimeZone()
  return (moment, options) => formatFor(region, { ...(timeZone && { timeZone }), ...options }).format(moment)
}

/** Says ISO dates such as `2026-11-23` in full: "23 November 2026". */
export function useDayWords(): (date: string) => string {
  const dateWords = useDateWords()
  return (date) => dateWords(noonOf(date), { dateStyle: 'long' })
}

/** The zone of every time that is told: the one of the audit log's file, whose hashes are made of its very texts. */
const toMinute = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const satisfies Intl.DateTimeFormatOptions

const options = { minute: toMinute, second: { ...toMinute, second: '2-digit' } } as const

export type MomentPrecision = keyof typeof options

/** The only words for a time, in a language, with its zone: "23 November 2026 at 08:05 UTC". */
export function momentWords(locale: Locale, moment: Date, precision: MomentPrecision = 'minute'): string {
  return formatFor(languages[locale].region, options[precision]).format(moment)
}

/** As `momentWords`, in the language of the page. */
export function useMomentWords(): (moment: Date, precision?: MomentPrecision) => string {
  const locale = useLocale()
  return (moment, precision) => momentWords(locale, moment, precision)
}

/** As `useMomentWords`, of a moment as a log stores it: somebody may have changed that, and what is no moment is shown as it stands. */
export function useStoredMomentWords(): (at: string, precision?: MomentPrecision) => string {
  const words = useMomentWords()
  return (at, precision) => {
    const moment = new Date(at)
    return Number.isNaN(moment.getTime()) ? at : words(moment, precision)
  }
}
