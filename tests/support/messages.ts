import { readFileSync } from 'node:fs'
import { locales, type Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'

function flat(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  )
}

/** The file of a language's messages. */
export const readMessages = (locale: Locale): Messages =>
  JSON.parse(readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), 'utf8')) as Messages

/** Every message of a language by its dotted key. */
export const messages = Object.fromEntries(
  locales.map((locale): [Locale, ReadonlyMap<string, string>] => [
    locale,
    new Map(flat(readMessages(locale))),
  ]),
) as Record<Locale, ReadonlyMap<string, string>>
