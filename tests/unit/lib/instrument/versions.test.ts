import { expect, test } from 'vitest'
import { items } from '@/lib/instrument/catalogue'
import {
  firstVersion,
  instrumentVersion,
  isInstrumentVersion,
  versions,
  wasAsked,
} from '@/lib/instrument/versions'

test('a response is asked what its version or one before it brought', () => {
  for (const [place, { id: version }] of versions.entries()) {
    for (const [later, { id: since }] of versions.entries()) {
      expect([since, version, wasAsked({ since }, version)]).toEqual([since, version, later <= place])
    }
  }
})

test('a response of today is asked every item, and one of the first version all that name none', () => {
  expect(items.filter((item) => !wasAsked(item, instrumentVersion))).toEqual([])
  expect(wasAsked({ since: firstVersion }, firstVersion)).toBe(true)
})

test('a text that names no version is none', () => {
  expect(versions.every(({ id }) => isInstrumentVersion(id))).toBe(true)
  expect(['', '2025', 'demo', 'toString'].filter(isInstrumentVersion)).toEqual([])
})
