import { expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import { useDayWords, useMomentWords, type MomentPrecision } from '@/lib/i18n/use-date-words'
import { drawnIn } from '@/tests/support/in-language'
import { messages } from '@/tests/support/messages'
import { sourceFiles } from '@/tests/support/source-files'

function Day({ date }: { readonly date: string }) {
  return useDayWords()(date)
}

function Moment({ precision }: { readonly precision?: MomentPrecision }) {
  return useMomentWords()(new Date('2026-11-01T23:05:09Z'), precision)
}

it.each([
  ['fr', '23 novembre 2026'],
  // Neither "November 23" nor "11/23": what British and American readers both understand.
  ['en', '23 November 2026'],
] as const)('a day in %s is %s', (locale: Locale, words) => {
  expect(drawnIn(locale, <Day date="2026-11-23" />)).toBe(words)
})

it.each([
  ['fr', '1 novembre 2026 à 23:05 UTC', '1 novembre 2026 à 23:05:09 UTC'],
  ['en', '1 November 2026 at 23:05 UTC', '1 November 2026 at 23:05:09 UTC'],
] as const)('a moment in %s is %s, or %s, with its zone', (locale: Locale, toMinute, toSecond) => {
  expect(drawnIn(locale, <Moment />)).toBe(toMinute)
  expect(drawnIn(locale, <Moment precision="second" />)).toBe(toSecond)
})

it('nothing else writes dates or times: neither as Americans do, nor without their zone', () => {
  const writing = [...sourceFiles('app', 'components', 'lib', 'server', 'scripts')]
    .filter(([, text]) => /\.dateTime\(|DateTimeFormat\(|toLocale(?:Date|Time)?String\(|timeStyle/.test(text))
    .map(([name]) => name)
  expect(writing).toEqual(['lib/i18n/use-date-words.ts'])
  const dated = Object.values(messages)
    .flatMap((words) => [...words])
    .filter(([, text]) => /\{\w+, (?:date|time)\b/.test(text))
  expect(dated).toEqual([])
})
