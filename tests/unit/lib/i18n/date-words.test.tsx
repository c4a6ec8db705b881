import { expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import { useDateWords, useDayWords } from '@/lib/i18n/use-date-words'
import { drawnIn } from '@/tests/support/in-language'
import { messages } from '@/tests/support/messages'
import { sourceFiles } from '@/tests/support/source-files'

function Day({ date }: { readonly date: string }) {
  return useDayWords()(date)
}

function Moment({ options }: { readonly options: Intl.DateTimeFormatOptions }) {
  return useDateWords()(new Date('2026-11-23T23:30:00Z'), options)
}

it.each([
  ['fr', '23 novembre 2026'],
  // Neither "November 23" nor "11/23": what British and American readers both understand.
  ['en', '23 November 2026'],
] as const)('a day in %s is %s', (locale: Locale, words) => {
  expect(drawnIn(locale, <Day date="2026-11-23" />)).toBe(words)
})

it('moments are those of the site’s time zone, of 24 hours, unless another zone is named', () => {
  const options = { dateStyle: 'long', timeStyle: 'short' } as const
  expect(drawnIn('en', <Moment options={options} />)).toBe('24 November 2026 at 00:30')
  expect(drawnIn('en', <Moment options={{ ...options, timeZone: 'UTC' }} />)).toBe(
    '23 November 2026 at 23:30',
  )
})

it('nothing else writes dates, which the language alone would write as Americans do', () => {
  const writing = [...sourceFiles('app', 'components', 'lib')]
    .filter(([, text]) => /\.dateTime\(|DateTimeFormat\(|toLocaleDateString|toLocaleString\(/.test(text))
    .map(([name]) => name)
  expect(writing).toEqual(['lib/i18n/use-date-words.ts'])
  const dated = Object.values(messages)
    .flatMap((words) => [...words])
    .filter(([, text]) => /\{\w+, (?:date|time)\b/.test(text))
  expect(dated).toEqual([])
})
