import { decodeOneByte, type OneByteEncoding } from './one-byte'

/** Every byte of a one-byte encoding from 0x80, by the character that it stands for. */
function bytesOf(encoding: OneByteEncoding): ReadonlyMap<string, number> {
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 128)
  const characters = Array.from(
    decodeOneByte(bytes, encoding),
    (character, index) => [character, index + 128] as const,
  )
  // What was read as Latin-1 has controls where Windows-1252 has quotation marks.
  const controls = Array.from(
    { length: 32 },
    (_, index) => [String.fromCodePoint(index + 128), index + 128] as const,
  )
  return new Map([...characters, ...controls])
}

const classOf = (bytes: ReadonlyMap<string, number>, from: number, to: number) => {
  const characters = [...bytes].flatMap(([character, byte]) =>
    byte >= from && byte <= to ? [character] : [],
  )
  return `[${characters.map((each) => `\\u{${each.codePointAt(0)?.toString(16)}}`).join('')}]`
}

/**
 * UTF-8 that was read as another encoding. Only what French and English are written with is looked for: letters with accents (they
 * begin with the bytes C2, C3 and C5) and signs such as ’ and € (E2). Anything wider would take "QUALITÉ »" for damage.
 */
const misreadings = (['windows-1252', 'macintosh'] as const).map((encoding) => {
  const bytes = bytesOf(encoding)
  const lead = (...each: readonly number[]) => each.map((byte) => classOf(bytes, byte, byte)).join('|')
  const next = classOf(bytes, 0x80, 0xbf)
  const pattern = `(?:${lead(0xc2, 0xc3, 0xc5)})${next}|${lead(0xe2)}${classOf(bytes, 0x80, 0x84)}${next}`
  return { bytes, pattern: new RegExp(pattern, 'gu') }
})

/** A text as it was before it was decoded twice, and how many characters were put right. */
export function mendText(text: string): { readonly text: string; readonly mended: number } {
  let mended = 0
  let result = text
  // What was decoded three times is put right in a second round.
  for (let round = 0; round < 2; round += 1) {
    for (const { bytes, pattern } of misreadings) {
      result = result.replace(pattern, (found) => {
        mended += 1
        return new TextDecoder().decode(Uint8Array.from(found, (character) => bytes.get(character) ?? 0))
      })
    }
  }
  return { text: result, mended }
}
