import { decodeOneByte, type OneByteEncoding } from '@/lib/import/one-byte'

export const utf8 = (text: string) => new TextEncoder().encode(text)

const bytesByCharacter = (encoding: OneByteEncoding) =>
  new Map(
    Array.from({ length: 256 }, (_, byte) => [decodeOneByte(Uint8Array.of(byte), encoding), byte] as const),
  )
const tables = { 'windows-1252': bytesByCharacter('windows-1252'), macintosh: bytesByCharacter('macintosh') }

/** A text in an encoding of one byte a character. Throws where the encoding has no such character. */
export const oneByte = (text: string, encoding: OneByteEncoding) =>
  Uint8Array.from(text, (character) => {
    const byte = tables[encoding].get(character)
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`)
    return byte
  })

/** UTF-8 with its mark. */
export const utf8WithMark = (text: string) => utf8(`\ufeff${text}`)

/** UTF-16 with its mark, in either order of bytes. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const marked = `\ufeff${text}`
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let index = 0; index < marked.length; index += 1) {
    view.setUint16(index * 2, marked.charCodeAt(index), order === 'little')
  }
  return new Uint8Array(view.buffer)
}

/** A text as it reads after its UTF-8 was taken for another encoding. */
export const decodedTwice = (text: string, encoding: OneByteEncoding) => decodeOneByte(utf8(text), encoding)
