import { expect, test } from 'vitest'
import { fill } from '@/lib/i18n/fill'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { pathTo, redirects, rewrites, routes, type RouteId } from '@/lib/i18n/routes'

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['de', 'fr'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['de,en;q=0.7,fr;q=0.3', 'en'],
  ['*', 'fr'],
  ['en;q=0, fr', 'fr'],
  ['\u0000;;;q=,', 'fr'],
])('Accept-Language "%s" leads to %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale)
})

test('every page has one address in each language, and no two share one', () => {
  const paths = (Object.keys(routes) as RouteId[]).flatMap((route) => [
    pathTo(route, 'fr'),
    pathTo(route, 'en'),
  ])
  expect(new Set(paths).size).toBe(paths.length)
  expect(pathTo('home', 'fr')).toBe('/fr')
  expect(pathTo('results', 'fr')).toBe('/fr/resultats')
  expect(pathTo('results', 'en')).toBe('/en/results')
})

test('a translated address is answered by its folder, and the folder leads to the address', () => {
  expect(rewrites).toContainEqual({ source: '/fr/resultats', destination: '/fr/results' })
  expect(redirects).toContainEqual({ source: '/fr/results', destination: '/fr/resultats', permanent: true })
  expect(rewrites.some(({ source }) => source === '/en/results')).toBe(false)
})

test('fill puts values into named places and leaves unknown places alone', () => {
  expect(fill('Step {step} of {total}', { step: 3, total: 12 })).toBe('Step 3 of 12')
  expect(fill('{step} {other}', { step: '{other}' })).toBe('{other} {other}')
})
