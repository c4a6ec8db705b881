import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { consentVersion } from '@/lib/contribution/consent'
import { locales, type Locale } from '@/lib/i18n/locales'
import { messages } from '../../support/messages'

/**
 * What people have consented to, by version and language. A change of the words is a new version: add it, and keep the others.
 * A new language is no new version, and adds its own.
 */
const wordsByVersion: Readonly<Record<string, Readonly<Partial<Record<Locale, string>>>>> = {
  '2026-11': {
    fr: 'e5b124ac1b915eb1e0c987e7e4f9cbd7b3fb87a144a6435dfd5d611db80f0cac',
    en: '3814aeb0dabb8a6153ca8792e8889817f2f3dd378064899ca7e430d822928e13',
  },
  // Says what an anonymised response still tells, instead of "nobody can be recognised", and that what was shared stays.
  '2026-11.2': {
    fr: '23b7d94483a1478ac4f70c24eb9128456c1f2a48e84f1a628dfcb04bf8a3a3c6',
    en: '0f2345a65da34151a57a37b6c1632955fe22b197c4b4268064e06ebd38a75cda',
  },
  // Editions: published ones stay, ten other responses are alike, and what that does not rule out.
  '2026-11.3': {
    fr: '14265517e93811086745b1d73cf801cd72471a92ead4edc66640fb56e55f331c',
    en: 'a7494be7c278b53ed6be65e157031ab720dba2dd428794e4ca8f0742e123c988',
  },
}

test.each(locales)('the words of the consent are those of its version, in %s', (locale) => {
  const words = [...messages[locale]].filter(([key]) => key.startsWith('consent.'))
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  expect(hash).toBe(wordsByVersion[consentVersion]?.[locale])
})
