import { expect, it } from 'vitest'
import { editionFileAddress, pathBack } from '@/lib/i18n/admin-pages'

it.each([
  ['settings', '/fr/admin/settings'],
  ['editions', '/fr/admin/editions'],
  ['dashboard', '/fr/admin'],
])('%s is a page to come back to', (named, address) => {
  expect(pathBack(named, 'fr')).toBe(address)
})

it.each([
  '',
  'toString',
  'https://elsewhere.example',
  '//elsewhere.example',
  'editions/1',
  'editions/../../x',
  'wave',
  'wave/../x',
  'wave/2025-12/x',
])('%j leads to the dashboard', (named) => {
  expect(pathBack(named, 'fr')).toBe('/fr/admin')
})

it('an id cannot lead the address of a file elsewhere', () => {
  expect(editionFileAddress('demo-1', 'en')).toBe('/en/admin/editions/demo-1/download')
  expect(editionFileAddress('../audit', 'en')).toBe('/en/admin/editions/..%2Faudit/download')
})
