import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '@/lib/import/decode'
import { mendText } from '@/lib/import/mend-text'
import { decodedTwice, oneByte, utf16, utf8, utf8WithMark } from '@/tests/support/import/bytes'

const french = 'Téléconsultation : où l’œuvre coûte 5 € à « chacun »…'

describe('decode', () => {
  it.each([
    ['utf-8', utf8(french)],
    ['utf-8', utf8WithMark(french)],
    ['utf-16le', utf16(french, 'little')],
    ['utf-16be', utf16(french, 'big')],
    ['windows-1252', oneByte(french, 'windows-1252')],
    ['macintosh', oneByte(french, 'macintosh')],
  ])('tells %s', (encoding, bytes) => {
    expect(decode(bytes)).toMatchObject({ encoding, text: french })
  })

  it('says what was only guessed', () => {
    expect(decode(oneByte('é', 'windows-1252'))).toMatchObject({
      text: 'é',
      warnings: [{ code: 'windows1252' }],
    })
    expect(decode(oneByte('é', 'macintosh'))).toMatchObject({ text: 'é', warnings: [{ code: 'macRoman' }] })
    expect(decode(utf8('é'))).toMatchObject({ warnings: [] })
    // As likely either way: « in one, Ç in the other.
    expect(decode(Uint8Array.of(0xc7))).toMatchObject({ encoding: 'windows-1252' })
  })

  it('counts what is lost, and refuses what is no text', () => {
    expect(decode(utf8('g\ufffdn\ufffdral'))).toMatchObject({
      warnings: [{ code: 'lostCharacters', values: { count: 2 } }],
    })
    expect(decode(Uint8Array.of(65, 0, 66))).toMatchObject({ code: 'notText' })
    expect(decode(Uint8Array.of(0xfe, 0xff, 0xd8, 0x00))).toMatchObject({ code: 'notText' })
  })
})

describe('mendText', () => {
  const damaged = ['windows-1252', 'macintosh'] as const

  it.each(damaged)('puts right what was UTF-8 and read as %s', (encoding) => {
    expect(mendText(decodedTwice(french, encoding)).text).toBe(french)
    expect(mendText(decodedTwice('é', encoding))).toEqual({ text: 'é', mended: 1 })
  })

  it('puts right what was decoded three times, and what was read as Latin-1', () => {
    expect(mendText(decodedTwice(decodedTwice('été', 'windows-1252'), 'windows-1252')).text).toBe('été')
    expect(mendText(String.fromCodePoint(...utf8('l’été'))).text).toBe('l’été')
  })

  it.each([french, 'QUALITÉ\u00a0»', 'CAFÉ…', 'À\u00a0NOTER', '≈20', 'Â', 'Ã', '√2', 'DÉJÀ™', 'naïve Zoë'])(
    'leaves %j as it is',
    (text) => {
      expect(mendText(text)).toEqual({ text, mended: 0 })
    },
  )

  it('mends any French text, in any mixture with what is right', () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from('aéèêàçôîûœÉÀ’«»€ 1')), maxLength: 20 })
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(...damaged), (right, wrong, encoding) => {
        expect(mendText(`${right}\n${decodedTwice(wrong, encoding)}`).text).toBe(`${right}\n${wrong}`)
      }),
    )
  })
})
