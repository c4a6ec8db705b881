import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hierarchies, unanswered } from '@/lib/anonymisation/hierarchies'
import {
  coarseningTo,
  levelIds,
  profileCount,
  profileOf,
  quasiIdentifiers,
} from '@/lib/anonymisation/quasi-identifiers'
import { items } from '@/lib/instrument/catalogue'
import { optionSets } from '@/lib/instrument/option-sets'
import { arbitraryRecord } from '../../../support/arbitrary-records'
import { ageAt, everyLevels, usageAt } from '../../../support/record-groups'

test('the age and the use of six tools are quasi-identifiers, and all else is sensitive', () => {
  const marked = items.filter(({ disclosure }) => disclosure === 'quasiIdentifier').map(({ id }) => id)
  expect(marked).toEqual(
    items.map(({ id }) => id).filter((id) => id === 'ageBand' || id.startsWith('usage.')),
  )
  expect(quasiIdentifiers.map(({ id }) => id)).toEqual(marked)
})

test('which items apply follows from the quasi-identifiers', () => {
  const known = new Set<string>(quasiIdentifiers.map(({ id }) => id))
  for (const { shownWhen } of items) expect((shownWhen?.of ?? []).filter((id) => !known.has(id))).toEqual([])
})

test('there are 3 x 6^6 profiles, each with its own number', () => {
  expect(profileCount).toBe(139_968)
  fc.assert(
    fc.property(arbitraryRecord, arbitraryRecord, (one, other) => {
      const isSame = quasiIdentifiers.every(({ id }) => one[id] === other[id])
      expect(profileOf(one) === profileOf(other)).toBe(isSame)
      expect(profileOf(one)).toBeLessThan(profileCount)
    }),
  )
  expect(profileOf({})).toBe(profileCount - 1)
})

test('at any levels, numbers are equal where the values told are', () => {
  fc.assert(
    fc.property(arbitraryRecord, arbitraryRecord, fc.constantFrom(...everyLevels), (one, other, levels) => {
      const coarsen = coarseningTo(levels)
      const isSame = quasiIdentifiers.every(({ id }, index) => {
        const at = id === 'ageBand' ? ageAt : usageAt
        return at(one[id], levels[index] ?? 0) === at(other[id], levels[index] ?? 0)
      })
      expect(coarsen(profileOf(one)) === coarsen(profileOf(other))).toBe(isSame)
    }),
    { numRuns: 1000 },
  )
})

test('each hierarchy begins with the answers, ends with one value, and never tells apart what it did not before', () => {
  for (const [set, levels] of Object.entries(hierarchies)) {
    const answers = [...optionSets[set as keyof typeof hierarchies], unanswered]
    const told = levels.map(({ valueOf }) => answers.map((answer) => valueOf(answer)))
    expect(told[0]).toEqual(answers)
    expect(new Set(told.at(-1)).size).toBe(1)
    for (const [index, values] of told.entries()) {
      const before = told[index - 1] ?? answers
      expect(new Set(values.map((value, place) => `${before[place]} ${value}`)).size).toBe(
        new Set(before).size,
      )
    }
  }
})

test('levels have names, and others than there are are refused', () => {
  expect(levelIds([1, 2, 1, 0, 0, 0, 0])).toMatchObject({
    ageBand: 'all',
    'usage.appointmentPlatforms': 'withheld',
    'usage.connectedDevices': 'usedNow',
    'usage.teleconsultation': 'option',
  })
  expect(() => coarseningTo([2, 0, 0, 0, 0, 0, 0])).toThrow(RangeError)
})
