import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classNumberOf, recordOf } from '@/lib/anonymisation/record-classes'
import { packAnswers, packedSize } from '@/lib/records/packed-answers'
import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { createRecordReader } from '@/lib/release/read-record'
import { scanAnswers } from '@/lib/release/scan-answers'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { arbitraryRecord } from '../../../support/arbitrary-records'

/** The text of answers as the database has it: in the catalogue's order. */
const stored = (answers: Answers) =>
  JSON.stringify(
    Object.fromEntries(items.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]]))),
  )

function packed(answers: Readonly<Record<string, unknown>>): Uint8Array | null {
  const target = new Uint8Array(packedSize)
  return packAnswers(answers, target, 0) ? target : null
}

describe('scanning stored answers', () => {
  it('packs them as parsing does, wherever they go', () => {
    fc.assert(
      fc.property(arbitraryAnswers, fc.nat(9), (given, offset) => {
        const answers = applicableAnswers(given)
        const target = new Uint8Array(offset + packedSize).fill(0x77)
        expect(scanAnswers(stored(answers), target, offset)).toBe(true)
        const bare = target.subarray(offset)
        const expected = packed(answers) ?? new Uint8Array()
        // What was not asked is left as unanswered here.
        expect(bare).toEqual(expected.map((code, place) => (bare[place] === 0 && code === 0xff ? 0 : code)))
        expect(target.subarray(0, offset).every((byte) => byte === 0x77)).toBe(true)
      }),
    )
  })

  it('takes no text for valid answers that are not', () => {
    const character = fc.constantFrom(
      ...Array.from('"[]{},: abe35'),
      '"under35"',
      '"stress"',
      '"none"',
      '"topicsUsed":',
    )
    fc.assert(
      fc.property(
        arbitraryAnswers,
        fc.nat(),
        fc.nat(3),
        fc.array(character, { maxLength: 2 }),
        (answers, at, cut, put) => {
          const text = stored(applicableAnswers(answers))
          const place = at % text.length
          const changed = text.slice(0, place) + put.join('') + text.slice(place + cut)
          const target = new Uint8Array(packedSize)
          if (!scanAnswers(changed, target, 0)) return
          const parsed = JSON.parse(changed) as Record<string, unknown>
          expect(packed(parsed)).not.toBeNull()
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['an option that the catalogue does not know', '{"ageBand":"old"}'],
    ['an item that it does not know', '{"name":"x"}'],
    ['an option twice', '{"topicsUsed":["stress","stress"]}'],
    ['what excludes all others beside another', '{"topicsUsed":["stress","none"]}'],
    ['what excludes all others before another', '{"topicsUsed":["none","stress"]}'],
    ['no option', '{"topicsUsed":[]}'],
    ['one where a list belongs', '{"topicsUsed":"stress"}'],
    ['a list where one belongs', '{"ageBand":["under35"]}'],
    ['what is no object', '[]'],
    ['a text that ends too early', '{"ageBand":"under35"'],
    ['a text that does not end', '{"ageBand":"under35"}}'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(scanAnswers(text, new Uint8Array(packedSize), 0)).toBe(false)
  })

  it('takes nobody’s answers', () => {
    expect(scanAnswers('{}', new Uint8Array(packedSize), 0)).toBe(true)
  })
})

describe('reading a response', () => {
  it('finds the class that its answers have, and packs them, one after the other', () => {
    const read = createRecordReader()
    const target = new Uint8Array(packedSize)
    fc.assert(
      fc.property(
        fc.oneof(arbitraryAnswers.map(applicableAnswers), arbitraryRecord),
        fc.boolean(),
        (answers, isInOrder) => {
          // In another order it is still JSON.
          const text = isInOrder
            ? stored(answers)
            : JSON.stringify(Object.fromEntries(Object.entries(answers).toReversed()))
          const number = classNumberOf(answers)
          expect(read(text, target)).toEqual({ number, record: recordOf(answers, number) })
          expect(target).toEqual(packed(answers))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('leaves out answers to what does not apply', () => {
    const target = new Uint8Array(packedSize)
    const answers = { 'usage.conversationalAi': 'never', aiPurposes: ['listening'] } as Answers
    expect(createRecordReader()(stored(answers), target)).not.toBeNull()
    expect(target).toEqual(packed(applicableAnswers(answers)))
  })

  it('refuses what is not valid', () => {
    expect(createRecordReader()('{"ageBand":"old"}', new Uint8Array(packedSize))).toBeNull()
  })
})
