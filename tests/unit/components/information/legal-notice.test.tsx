import { expect, test } from 'vitest'
import { LegalNotice } from '@/components/information/legal-notice'
import { Privacy } from '@/components/information/privacy'
import { locales, type Locale } from '@/lib/i18n/locales'
import { unsaidOperator, type Operator } from '@/lib/operator/operator'
import { drawnIn } from '@/tests/support/in-language'
import { messages } from '@/tests/support/messages'

const somebody: Operator = {
  name: 'Association Exemple',
  legalForm: 'Association loi 1901',
  postalAddress: '1 rue Inventée',
  phone: '01 23 45 67 89',
  email: 'contact@example.org',
  director: 'Anne Exemple',
  hostName: 'Hébergeur Exemple',
  hostAddress: '2 rue Inventée',
  hostPhone: '09 87 65 43 21',
  dataContact: 'Jeanne Martin',
  dataContactEmail: 'donnees@example.org',
  purpose: { fr: 'Une étude.', en: 'A study.' },
  legalBasis: null,
  copyDays: 14,
}

const notice = (operator: Operator | null, locale: Locale = 'fr') =>
  drawnIn(locale, <LegalNotice operator={operator} />)
const privacy = (operator: Operator | null, locale: Locale = 'fr') =>
  drawnIn(locale, <Privacy operator={operator} receiptDays={30} responseMonths={24} />)
const say = (key: string, locale: Locale = 'fr') => messages[locale].get(key) ?? expect.fail(key)
const timesIn = (html: string, words: string) => html.split(words).length - 1

test('the legal notice has all that the law asks for', () => {
  const html = notice(somebody)
  for (const said of Object.values({ ...somebody, purpose: '', legalBasis: '', copyDays: '' })) {
    expect(html).toContain(said)
  }
  expect(html).not.toContain(say('operator.notSaid'))
})

test.each(locales)('what is missing in the legal notice is said to be, in %s', (locale) => {
  // Six about the publisher, three about the host, and whom to ask about data.
  expect(timesIn(notice(unsaidOperator, locale), say('operator.notSaid', locale))).toBe(10)
  expect(timesIn(notice({ ...somebody, hostPhone: null }, locale), say('operator.notSaid', locale))).toBe(1)
  expect(notice(unsaidOperator, locale)).not.toMatch(/<dd[^>]*><\/dd>/)
})

test('without a contact for data, the operator is the contact', () => {
  const html = notice({ ...somebody, dataContact: null, dataContactEmail: null })
  expect(timesIn(html, 'mailto:contact@example.org')).toBe(2)
  const named = notice({ ...somebody, dataContactEmail: null })
  expect(timesIn(named, 'mailto:contact@example.org')).toBe(2)
  expect(named).toContain('Jeanne Martin')
})

test.each(locales)(
  'where the operator cannot be read, pages say so and nothing else of it, in %s',
  (locale) => {
    const unreadable = say('operator.unreadable', locale)
    expect(timesIn(notice(null, locale), unreadable)).toBe(3)
    expect(notice(null, locale)).not.toContain(say('operator.notSaid', locale))
    expect(timesIn(privacy(null, locale), unreadable)).toBe(2)
    expect(privacy(null, locale)).toMatch(/Ne peut pas être lu pour l’instant|Cannot be read at the moment/)
  },
)

test('the privacy page says what answers are for as the operator wrote it, and else in its own words', () => {
  const html = privacy(somebody, 'en')
  expect(html).toContain('A study.')
  expect(html).not.toContain(say('privacy.purpose.presetPurpose', 'en'))
  expect(html).toContain(say('privacy.purpose.presetLegalBasis', 'en'))
  expect(privacy(unsaidOperator, 'en')).toContain(say('privacy.purpose.presetPurpose', 'en'))
})

test('words that are written in another language only are marked as such', () => {
  expect(privacy({ ...somebody, purpose: { fr: 'Une étude.' } }, 'en')).toContain(
    '<span lang="fr">Une étude.</span>',
  )
})

test('the privacy page says for how long copies are kept, or that this is not said', () => {
  expect(privacy(somebody)).toContain('14 jours au plus, dit l’exploitant')
  expect(privacy({ ...somebody, copyDays: 0 })).toContain('L’exploitant dit qu’il n’en fait pas')
  expect(privacy(unsaidOperator)).toContain('30 jours au plus. L’exploitant n’a pas encore dit combien.')
})
