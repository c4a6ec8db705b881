import { expect, test } from 'vitest'
import { OperatorContact } from '@/components/information/operator-contact'
import { locales, type Locale } from '@/lib/i18n/locales'
import { unsaidOperator, type Operator } from '@/lib/operator/operator'
import { drawnIn } from '@/tests/support/in-language'
import { messages } from '@/tests/support/messages'

const somebody: Operator = {
  ...unsaidOperator,
  name: 'Association Exemple',
  legalForm: 'Association loi 1901, RNA W751234567',
  postalAddress: '1 rue Inventée\n75000 Paris',
  phone: '+33 (0)1 23 45 67 89',
  email: 'contact@example.org',
  dataContact: 'Jeanne Martin',
  dataContactEmail: 'donnees@example.org',
}

const told = (operator: Operator | null, locale: Locale = 'fr') =>
  drawnIn(locale, <OperatorContact operator={operator} hasDataContact />)
const say = (key: string, locale: Locale = 'fr') => messages[locale].get(`operator.${key}`)

test.each(locales)('an installation that names nobody says so, in %s', (locale) => {
  expect(told(unsaidOperator, locale)).toContain(say('unnamed', locale))
  expect(told(unsaidOperator, locale)).not.toContain('<dl>')
})

test('a name without an address is shown, and the lack of an address is said', () => {
  const page = told({ ...unsaidOperator, name: 'Association Exemple' })
  expect(page).toContain('Association Exemple')
  expect(page).toContain(say('withoutContact'))
})

test('an operator that is named with an address can be written to and called', () => {
  const page = told(somebody)
  expect(page).toContain('href="mailto:contact@example.org"')
  expect(page).toContain('75000 Paris')
  expect(page).toContain('RNA W751234567')
  expect(page).not.toContain(say('unnamed'))
  expect(page).not.toContain(say('withoutContact'))
})

test.each([
  ['+33 (0)1 23 45 67 89', '+33123456789'],
  ['+33(0)123456789', '+33123456789'],
  ['+33 ( 0 ) 1 23 45 67 89', '+33123456789'],
  ['0033 (0)1 23 45 67 89', '0033123456789'],
  ['+33 1 23 45 67 89', '+33123456789'],
  // In Italy the zero is dialled from abroad too.
  ['+39 (06) 1234 5678', '+390612345678'],
  ['(0)1 23 45 67 89', '0123456789'],
  ['01 23 45 67 89', '0123456789'],
  ['(01) 23.45-67–89', '0123456789'],
  ['3114', '3114'],
])('%j is shown as it was typed, and calls %s', (phone, called) => {
  expect(told({ ...somebody, phone })).toContain(`<a href="tel:${called}">${phone}</a>`)
})

test('whom to ask about one’s data is named where that is somebody else, on the page about data only', () => {
  expect(told(somebody)).toContain('href="mailto:donnees@example.org"')
  expect(drawnIn('fr', <OperatorContact operator={somebody} />)).not.toContain('donnees@example.org')
  expect(told({ ...somebody, dataContact: null, dataContactEmail: null })).not.toContain(say('dataContact'))
})

test('what cannot be read is not said to be missing', () => {
  expect(told(null)).toContain(say('unreadable'))
  expect(told(null)).not.toContain(say('unnamed'))
})
