import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  notAsked,
  packAnswers,
  packedCode,
  packedItems,
  packedSize,
  unanswered,
  unpackAnswers,
} from '@/lib/records/packed-answers'
import { optionsOf } from '@/lib/instrument/answers'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'

const packed = (answers: Readonly<Record<string, unknown>>, offset = 0) => {
  const target = new Uint8Array(offset + packedSize).fill(0x77)
  return packAnswers(answers, target, offset) ? target : null
}

const codeOf = (target: Uint8Array, id: string) => {
  const placed = packedItems.find(({ item }) => item.id === id)
  if (!placed) throw new Error(id)
  return packedCode(target, 0, placed)
}

describe('packed answers', () => {
  it('hold places of options, bits of several, and what was not asked', () => {
    const target = packed({
      ageBand: 'from35',
      'usage.conversationalAi': 'past',
      topicsUsed: ['personalDevelopment', 'severeDisorders'],
    })
    if (!target) throw new Error('they are valid')
    expect(codeOf(target, 'ageBand')).toBe(2)
    expect(codeOf(target, 'usage.conversationalAi')).toBe(3)
    expect(codeOf(target, 'usage.teleconsultation')).toBe(unanswered)
    expect(codeOf(target, 'topicsUsed')).toBe(0b1_0000_0001)
    expect(codeOf(target, 'aiPurposes')).toBe(unanswered)
    expect(codeOf(target, 'benefits')).toBe(notAsked.multiple)
    const nobody = packed({}) ?? new Uint8Array()
    expect(codeOf(nobody, 'aiSatisfaction')).toBe(notAsked.single)
    expect(codeOf(nobody, 'intend.any')).toBe(unanswered)
  })

  it('are the same answers again, wherever they stand, without those that do not apply', () => {
    fc.assert(
      fc.property(arbitraryAnswers, fc.nat(200), (answers, offset) => {
        const target = packed(answers, offset)
        expect(target && unpackAnswers(target, offset)).toEqual(applicableAnswers(answers))
        expect(target?.subarray(0, offset).every((byte) => byte === 0x77)).toBe(true)
        for (const placed of packedItems) {
          const code = target && packedCode(target, offset, placed)
          expect(code === notAsked[placed.item.kind]).toBe(!isShown(placed.item, answers))
        }
      }),
    )
  })

  it('are refused exactly where parsing refuses them', () => {
    const anything = fc.oneof(
      fc.constantFrom<unknown>(
        '',
        'none',
        'regular',
        'under35',
        null,
        1,
        [],
        ['none'],
        ['none', 'other'],
        ['other', 'other'],
      ),
      fc.constantFrom(['anxiety', 'stress'], ['listening'], { none: true }),
    )
    const spoiled = fc
      .tuple(arbitraryAnswers, fc.constantFrom(...packedItems.map(({ item }) => item.id), 'mood'), anything)
      .map(([answers, id, answer]) => ({ ...answers, [id]: answer }))
    let refused = 0
    fc.assert(
      fc.property(spoiled, (answers) => {
        const { ok } = parseAnswers(answers)
        refused += ok ? 0 : 1
        expect(packed(answers) !== null).toBe(ok)
      }),
      { numRuns: 1000 },
    )
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(1000)
  })

  it('have room for every option', () => {
    for (const { item } of packedItems) {
      expect(optionsOf(item).length).toBeLessThan(item.kind === 'single' ? notAsked.single : 16)
    }
    const places = packedItems.map(({ offset }) => offset)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})
