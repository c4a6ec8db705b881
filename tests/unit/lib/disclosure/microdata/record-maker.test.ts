import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileItems, schemeColumns } from '@/lib/disclosure/microdata/scheme'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { createCodeKey } from '@/lib/records/code-key'
import { packedCode, packedItems, packedSize } from '@/lib/records/packed-answers'
import { createResponsePacker } from '@/lib/records/response-packer'
import { fieldCode, recordLayout } from '@/lib/disclosure/microdata/record-layout'
import { createRecordMaker } from '@/lib/disclosure/microdata/record-maker'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'
import { runs } from '@/tests/support/runs'

const everyScheme = fc.subarray([...tools]).map((chosen) => ({ tools: chosen }))

it('a record has a byte for each column of the scheme, then the items of the file, and no gap', () => {
  fc.assert(
    fc.property(everyScheme, (scheme) => {
      const layout = recordLayout(scheme)
      expect(layout.scheme.map(({ column }) => column.id)).toEqual(schemeColumns(scheme).map(({ id }) => id))
      expect(layout.items.map(({ item }) => item)).toEqual(fileItems)
      let next = 0
      for (const { offset, bytes } of [...layout.scheme, ...layout.items]) {
        expect(offset).toBe(next)
        next += bytes
      }
      expect(layout.size).toBe(next)
    }),
  )
})

it('records say what the columns of the scheme say, and give the items as they were answered', () => {
  const makers = new Map<string, ReturnType<typeof createRecordMaker>>()
  fc.assert(
    fc.property(
      everyScheme,
      arbitraryAnswers.map(applicableAnswers),
      fc.boolean(),
      fc.nat(20),
      (scheme, answers, isEarlier, at) => {
        const wasAsked = ({ id }: CatalogueItem) =>
          !isEarlier || answers[id] !== undefined || id.length % 2 > 0
        const packed = new Uint8Array(packedSize)
        expect(createResponsePacker(wasAsked)(JSON.stringify(answers), packed, 0)).toBe(true)
        const layout = recordLayout(scheme)
        // One maker for many: what it found before must not be told of another.
        const make = makers.get(scheme.tools.join()) ?? createRecordMaker(layout)
        makers.set(scheme.tools.join(), make)
        const records = new Uint8Array(at + layout.size + 1).fill(0x77)
        make(packed, 0, records, at)
        for (const field of layout.scheme) {
          const said = field.column.valueOf(answers)
          const code = fieldCode(records, at, field)
          expect(code === 0 ? null : field.column.values[code - 1]).toBe(said)
        }
        for (const field of layout.items) {
          const placed = packedItems.find(({ item }) => item === field.item) ?? expect.fail()
          expect(fieldCode(records, at, field)).toBe(packedCode(packed, 0, placed))
        }
        expect([...records.subarray(0, at), ...records.subarray(at + layout.size)]).toEqual(
          Array.from({ length: at + 1 }, () => 0x77),
        )
      },
    ),
    { numRuns: runs(500) },
  )
})

it('a key differs wherever a code does', () => {
  const singles = packedItems.filter(({ item }) => item.optionSet === 'usage')
  const keyOf = createCodeKey(singles)
  const codes = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 0xfe, 0xff), {
    minLength: singles.length,
    maxLength: singles.length,
  })
  const keyFor = (list: readonly number[]) => {
    const packed = new Uint8Array(packedSize)
    for (const [place, { offset }] of singles.entries()) packed[offset] = list[place] ?? 0
    return keyOf(packed, 0)
  }
  fc.assert(
    fc.property(codes, codes, (one, other) => {
      expect(keyFor(one) === keyFor(other)).toBe(one.join() === other.join())
    }),
  )
  expect(() => createCodeKey(packedItems.filter(({ item }) => item.kind === 'multiple'))).toThrow('several')
  expect(() => createCodeKey(packedItems.filter(({ item }) => item.kind === 'single'))).toThrow('too many')
})
