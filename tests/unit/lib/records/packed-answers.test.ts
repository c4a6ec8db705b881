import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import {
  isAnswer,
  notApplicable,
  notAsked,
  packedCode,
  packedItems,
  packedSize,
  unanswered,
  unpackAnswers,
} from '@/lib/records/packed-answers'
import { createResponsePacker } from '@/lib/records/response-packer'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'
import { runs } from '@/tests/support/runs'

type WasAsked = (item: CatalogueItem) => boolean
const everything: WasAsked = () => true

function packedText(text: string, offset = 0, wasAsked = everything): Uint8Array | null {
  const target = new Uint8Array(offset + packedSize).fill(0x77)
  return createResponsePacker(wasAsked)(text, target, offset) ? target : null
}
const packed = (answers: unknown, offset = 0, wasAsked = everything) =>
  packedText(JSON.stringify(answers), offset, wasAsked)

const codeOf = (target: Uint8Array | null, id: string) => {
  const placed = packedItems.find(({ item }) => item.id === id)
  if (!placed || !target) throw new Error(id)
  return packedCode(target, 0, placed)
}

describe('packed answers', () => {
  it('hold places of options, bits of several, and what does not apply', () => {
    const target = packed({
      ageBand: 'from35',
      'usage.conversationalAi': 'past',
      topicsUsed: ['personalDevelopment', 'severeDisorders'],
    })
    expect(codeOf(target, 'ageBand')).toBe(2)
    expect(codeOf(target, 'usage.conversationalAi')).toBe(3)
    expect(codeOf(target, 'usage.teleconsultation')).toBe(unanswered)
    expect(codeOf(target, 'topicsUsed')).toBe(0b1_0000_0001)
    expect(codeOf(target, 'aiPurposes')).toBe(unanswered)
    expect(codeOf(target, 'benefits')).toBe(notApplicable.multiple)
    const nobody = packed({})
    expect(codeOf(nobody, 'aiSatisfaction')).toBe(notApplicable.single)
    expect(codeOf(nobody, 'intend.any')).toBe(unanswered)
  })

  it('are the same answers again, wherever they stand, without those that do not apply', () => {
    const pack = createResponsePacker(everything)
    fc.assert(
      fc.property(arbitraryAnswers, fc.nat(200), fc.boolean(), (given, offset, isReversed) => {
        const entries = Object.entries(given)
        const stored = JSON.stringify(Object.fromEntries(isReversed ? entries.toReversed() : entries))
        const target = new Uint8Array(offset + packedSize).fill(0x77)
        expect(pack(stored, target, offset)).toBe(true)
        expect(unpackAnswers(target, offset)).toEqual(applicableAnswers(given))
        expect(target.subarray(0, offset).every((byte) => byte === 0x77)).toBe(true)
        for (const placed of packedItems) {
          const code = packedCode(target, offset, placed)
          expect(code === notApplicable[placed.item.kind]).toBe(!isShown(placed.item, given))
        }
      }),
    )
  })

  it('have room for every option', () => {
    for (const { item } of packedItems) {
      expect(optionsOf(item).length).toBeLessThan(item.kind === 'single' ? notAsked.single : 15)
    }
    const places = packedItems.map(({ offset }) => offset)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})

describe('responses are refused', () => {
  it('exactly where parsing refuses them', () => {
    const anything = fc.oneof(
      fc.constantFrom<unknown>('', 'none', 'regular', 'under35', null, 1, [], ['none'], ['none', 'other']),
      fc.constantFrom<unknown>(['other', 'other'], ['anxiety', 'stress'], ['listening'], { none: true }),
    )
    const ids = [...items.map(({ id }) => id), 'mood', '__proto__', 'toString']
    const spoiled = fc
      .tuple(arbitraryAnswers, fc.constantFrom(...ids), anything)
      .map(([answers, id, answer]): unknown => {
        const text = JSON.stringify(answers)
        return JSON.parse(`${text.slice(0, -1)}${text === '{}' ? '' : ','}"${id}":${JSON.stringify(answer)}}`)
      })
    const refusals = { yes: 0, no: 0 }
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: spoiled }, arbitraryAnswers, anything), (given) => {
        const { ok } = parseAnswers(given)
        refusals[ok ? 'no' : 'yes'] += 1
        expect(packed(given) !== null).toBe(ok)
      }),
      { numRuns: runs(1000) },
    )
    expect(Math.min(refusals.yes, refusals.no)).toBeGreaterThan(runs(150))
  })

  it.each(['', '{"ageBand":"under35"', '{"ageBand":"under35"}}', 'undefined', '[]', 'null', '"under35"'])(
    'where the text is no object of JSON: %j',
    (text) => {
      expect(packedText(text)).toBeNull()
    },
  )
})

describe('responses of another version of the questionnaire', () => {
  const arbitraryItems = fc.subarray([...items]).map((list): ReadonlySet<CatalogueItem> => new Set(list))

  it('say which items were not asked, also where they would not apply', () => {
    fc.assert(
      fc.property(arbitraryAnswers, arbitraryItems, (answers, added) => {
        const given = Object.fromEntries(
          Object.entries(answers).filter(([id]) => ![...added].some((item) => item.id === id)),
        ) as Answers
        const target = packed(given, 0, (item) => !added.has(item))
        for (const placed of packedItems) {
          const { item } = placed
          const code = target && packedCode(target, 0, placed)
          expect(code === notAsked[item.kind]).toBe(added.has(item))
          if (added.has(item)) continue
          expect(code === notApplicable[item.kind]).toBe(!isShown(item, given))
          expect(code !== null && isAnswer(item, code)).toBe(
            given[item.id] !== undefined && isShown(item, given),
          )
        }
      }),
    )
  })

  it('are refused where one that was not asked is answered', () => {
    const wasAsked: WasAsked = ({ id }) => id !== 'ageBand'
    expect(packed({ ageBand: 'under35' }, 0, wasAsked)).toBeNull()
    expect(packed({}, 0, wasAsked)).not.toBeNull()
  })
})
