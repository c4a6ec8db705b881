import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupReceipt, makeReceipt, parseReceipt } from '@/lib/contribution/receipt'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A receipt made of random bytes of fast-check's choice. */
const arbitraryReceipt = fc.infiniteStream(fc.uint8Array({ minLength: 19, maxLength: 19 })).map((draws) =>
  makeReceipt(() => {
    const draw = draws.next()
    return draw.done === true ? new Uint8Array() : draw.value
  }),
)

/** The payload as one big number, modulo 37: the definition, by another way than the code's. */
const checkOf = (payload: string) =>
  Number(
    Array.from(payload).reduce((sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)), 0n) % 37n,
  )

function fromBytes(...draws: readonly (readonly number[])[]): () => Uint8Array {
  const rest = [...draws]
  return () => Uint8Array.from(rest.shift() ?? [])
}

const zerosThen = (...last: number[]) => [...Array<number>(19 - last.length).fill(0), ...last]

test('worked by hand: 18 zeros and 1 are the number 1, and 1 modulo 37 is 1', () => {
  expect(makeReceipt(fromBytes(zerosThen(1)))).toBe('00000000000000000011')
  // 1 · 32 + 31 = 63 = 37 + 26, and 26 is T.
  expect(makeReceipt(fromBytes(zerosThen(1, 31)))).toBe('000000000000000001ZT')
})

test('a payload with the check symbol *, ~, $, = or U is drawn again', () => {
  // 1 · 32 + 0 = 32 is *, … 1 · 32 + 4 = 36 is U; 1 · 32 + 5 = 37 is 0.
  const refused = [0, 1, 2, 3, 4].map((last) => zerosThen(1, last))
  expect(makeReceipt(fromBytes(...refused, zerosThen(1, 5)))).toBe('00000000000000000150')
})

test('only the last five bits of a byte count, so that each character is equally likely', () => {
  for (const [value, character] of Array.from(alphabet).entries()) {
    for (let high = 0; high < 256; high += 32) {
      // In the first place, with what makes the check symbol 0: nothing is drawn again.
      const bytes = [high + value, ...Array<number>(17).fill(0)]
      const last = Array.from(alphabet, (_, index) => index).find(
        (index) => checkOf([...bytes, index].map((byte) => alphabet[byte % 32]).join('')) < 32,
      )
      expect(makeReceipt(fromBytes([...bytes, last ?? 0])).charAt(0)).toBe(character)
    }
  }
})

test('a source of randomness that is none is refused', () => {
  expect(() => makeReceipt(() => new Uint8Array(18))).toThrow(/too few or too many/)
  expect(() => makeReceipt(() => new Uint8Array(20))).toThrow(/too few or too many/)
  expect(() => makeReceipt(() => Uint8Array.from(zerosThen(1, 0)))).toThrow(/no usable receipt/)
})

test('every character of the alphabet comes up at every place, the check symbol included', () => {
  const seen = Array.from({ length: 20 }, () => new Set<string>())
  for (let made = 0; made < 3000; made += 1) {
    const receipt = makeReceipt((count) => randomBytes(count))
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    for (const [place, character] of Array.from(receipt).entries()) seen[place]?.add(character)
  }
  // One of 640 pairs is missing once in 10^38 runs.
  expect(seen.map((characters) => characters.size)).toEqual(Array(20).fill(32))
})

test('what was made is read, as it is and as it is shown', () => {
  fc.assert(
    fc.property(arbitraryReceipt, (receipt) => {
      expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
      expect(checkOf(receipt.slice(0, 19))).toBe(alphabet.indexOf(receipt.charAt(19)))
      expect(groupReceipt(receipt)).toMatch(/^(\w{4}-){4}\w{4}$/)
      expect(parseReceipt(receipt)).toBe(receipt)
      expect(parseReceipt(groupReceipt(receipt))).toBe(receipt)
    }),
  )
})

const slips =
  '\u0020 \u00A0 \u2003 \u202F \u3000 \u0085 \t \r\n - \u00AD \u2010 \u2011 \u2013 \u2014 \u2212 \uFE63 \uFF0D \u200B \uFEFF \u200E'
    .split(' ')
    .concat(' ')

test('white space, hyphens, dashes, case, O, I and L are forgiven', () => {
  fc.assert(
    fc.property(
      arbitraryReceipt,
      fc.array(fc.constantFrom(...slips), { minLength: 21, maxLength: 21 }),
      fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 }),
      (receipt, between, habits) => {
        const typed = Array.from(receipt).map((character, place) => {
          const readings = { '0': 'Oo0', '1': 'IlL' }[character] ?? character + character.toLowerCase()
          return `${between[place]}${readings.charAt((habits[place] ?? 0) % readings.length)}`
        })
        expect(parseReceipt(typed.join('') + between[20])).toBe(receipt)
      },
    ),
  )
})

const codes = fc.sample(arbitraryReceipt, { numRuns: 12, seed: 37 })

test.each(codes)('%s: every single wrong character is detected', (receipt) => {
  for (const [place, right] of Array.from(receipt).entries()) {
    for (const wrong of alphabet) {
      const typed = receipt.slice(0, place) + wrong + receipt.slice(place + 1)
      expect(parseReceipt(typed)).toBe(wrong === right ? receipt : null)
    }
  }
})

test.each(codes)('%s: every two neighbours that changed places are detected', (receipt) => {
  for (let place = 0; place < 19; place += 1) {
    const [one = '', other = ''] = receipt.slice(place, place + 2)
    const typed = receipt.slice(0, place) + other + one + receipt.slice(place + 2)
    expect(parseReceipt(typed)).toBe(one === other ? receipt : null)
  }
})

test.each([
  ['nothing', ''],
  ['19 characters', '0000000000000000001'],
  ['21 characters', '000000000000000000011'],
  // As a digit of -1, it would be the number 31, of which Z is the check symbol.
  ['U, which the alphabet leaves out', '000000000000000001UZ'],
  ['a check symbol beyond the alphabet', '0000000000000000010*'],
  ['an underscore', '0000_0000_0000_0000_0011'],
])('no receipt: %s', (_what, typed) => {
  expect(parseReceipt(typed)).toBeNull()
})

test('what only upper case or another script makes of a receipt is none', () => {
  const receipt = makeReceipt(fromBytes([25, 25, ...zerosThen().slice(2)]))
  expect(receipt).toMatch(/^SS0{17}.$/)
  expect(parseReceipt(receipt.toLowerCase())).toBe(receipt)
  expect(parseReceipt(receipt.replace('SS', 'ß'))).toBeNull()
  expect(parseReceipt(receipt.replace('S', 'ſ'))).toBeNull()
  expect(parseReceipt(receipt.replace('0', '\u0660'))).toBeNull()
})

test('any text is read without an error, as a receipt or as none', () => {
  const unit = fc.oneof(fc.constantFrom(...Array.from(`${alphabet}oluU*- `)), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 24 }), (typed) => {
      const receipt = parseReceipt(typed.join(''))
      if (receipt === null) return
      expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
      expect(checkOf(receipt.slice(0, 19))).toBe(alphabet.indexOf(receipt.slice(19)))
    }),
  )
})
