import { expect, it } from 'vitest'
import { pathBack, releaseBack, releasePath } from '@/lib/i18n/admin-pages'

it.each([
  ['settings', '/fr/admin/settings'],
  ['dashboard', '/fr/admin'],
  [releaseBack('abcd2345'), releasePath('abcd2345', 'fr')],
])('%s is a page to come back to', (named, address) => {
  expect(pathBack(named, 'fr')).toBe(address)
})

it.each([
  '',
  'toString',
  'https://elsewhere.example',
  '//elsewhere.example',
  'release/',
  'release/../../x',
  'release/abcd2345/download',
  'release/abcd234é',
  'releases/abcd2345',
  'xelease/abcd2345',
])('%j leads to the dashboard', (named) => {
  expect(pathBack(named, 'fr')).toBe('/fr/admin')
})
