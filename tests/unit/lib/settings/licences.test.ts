import { expect, test } from 'vitest'
import { settingRanges } from '@/lib/settings/owner-settings'
import { licenceOf, licences, noLicence } from '@/lib/settings/licences'

test('every number that can be stored stands for the licence that it has always stood for, or for none', () => {
  // Numbers are in databases: an entry may be added here, and none changed.
  expect(Object.fromEntries(licences.map(({ number, id }) => [number, id]))).toEqual({
    1: 'CC-BY-4.0',
    2: 'CC-BY-SA-4.0',
    3: 'CC0-1.0',
    4: 'etalab-2.0',
    5: 'ODbL-1.0',
  })
  expect(settingRanges({ receiptDays: 30, responseMonths: 24 }).licence).toEqual({
    least: 0,
    most: 5,
    preset: 0,
  })
  for (const licence of licences) expect(licenceOf(licence.number)).toBe(licence)
  for (const number of [noLicence, -1, 6, 1.5, Number.NaN]) expect(licenceOf(number)).toBeNull()
})

test('each has its own id, title, words and an address that can be linked', () => {
  for (const property of ['id', 'key', 'title', 'url'] as const) {
    expect(new Set(licences.map((licence) => licence[property])).size).toBe(licences.length)
  }
  for (const { url } of licences) expect(new URL(url).protocol).toBe('https:')
})
