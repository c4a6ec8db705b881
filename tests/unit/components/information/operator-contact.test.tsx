import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OperatorContact } from '@/components/information/operator-contact'
import { operator, type Operator } from '@/components/information/operator.data'
import french from '@/messages/fr.json'

const nobody: Operator = { name: null, postalAddress: null, email: null, host: null, copyDays: null }
const somebody: Operator = {
  name: 'Association Exemple',
  postalAddress: ['1 rue Inventée', '75000 Paris'],
  email: 'contact@example.org',
  host: 'Hébergeur Exemple',
  copyDays: 30,
}

const told = (who: Operator) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="fr" timeZone="Europe/Paris" messages={french}>
      <OperatorContact operator={who} />
    </NextIntlClientProvider>,
  )

test('the repository names nobody', () => {
  expect(operator).toEqual(nobody)
})

test('an installation that names nobody says so', () => {
  expect(told(nobody)).toContain(french.privacy.operator.unnamed)
  expect(told(nobody)).not.toContain('<dl>')
})

test('a name without an address is shown, and the lack of an address is said', () => {
  const page = told({ ...nobody, name: 'Association Exemple' })
  expect(page).toContain('Association Exemple')
  expect(page).toContain(french.privacy.operator.withoutContact)
})

test('whoever is named with an address can be written to', () => {
  const page = told(somebody)
  expect(page).toContain('href="mailto:contact@example.org"')
  expect(page).toContain('75000 Paris')
  expect(page).toContain('Hébergeur Exemple')
  expect(page).not.toContain(french.privacy.operator.unnamed)
  expect(page).not.toContain(french.privacy.operator.withoutContact)
})
