import { expect, test } from 'vitest'
import { endings } from '@/lib/figure-data/file'
import { fragmentOf } from '@/lib/waves/fragment'
import { figureFileAddress, figureFilePath, figuresPath } from '@/lib/i18n/data-addresses'
import { locales } from '@/lib/i18n/locales'
import { projectDocument } from '../../../support/project-document'

test('every file of every figure is at an address that the server knows to be one', async () => {
  const { figures } = await projectDocument()
  const fragments = figures.map(fragmentOf)
  expect(new Set(fragments).size).toBe(figures.length)
  for (const locale of locales) {
    for (const ending of endings) {
      for (const fragment of [null, ...fragments]) {
        const address = figureFilePath(locale, { waveId: '2025-12', fragment }, ending)
        expect([address, figureFileAddress.test(address)]).toEqual([address, true])
      }
    }
  }
})

test('addresses say what they lead to, in the language of the page', () => {
  const wave = { waveId: '2025-12', fragment: null }
  expect(figureFilePath('fr', { waveId: null, fragment: null }, 'csv')).toBe('/fr/chiffres.csv')
  expect(figureFilePath('en', wave, 'metadata.json', 3)).toBe('/en/figures/2025-12.metadata.json?state=3')
  expect(figuresPath('fr', { ...wave, fragment: 'a b' })).toBe('/fr/chiffres/2025-12/a%20b')
})

test('no page, and no file of another name, is taken for one', () => {
  const none = [
    '/fr/chiffres',
    '/fr/chiffres.xml',
    '/en/chiffres.csv',
    '/fr/chiffres/2025-12',
    '/fr/chiffres.csv/x',
    '/fr.csv',
  ]
  expect(none.filter((address) => figureFileAddress.test(address))).toEqual([])
})
