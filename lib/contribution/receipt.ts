/** Crockford's base 32: digits and letters without I, L, O (look like 1, 1, 0) and U. A digit's value is its index. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const payloadLength = 19
const receiptLength = payloadLength + 1

/** One draw in seven is refused; this many in a row happen once in 10^55. */
const mostDraws = 64

/** White space, hyphens and dashes of every kind, and invisible characters that copied text brings along. */
const separators = /[\s\p{White_Space}\p{Dash}\p{Cf}]/gu

/** Crockford's check digit: the payload as a number, modulo 37. 0 to 36; from 32 on it would be one of `*~$=U`. */
function checkDigit(payload: string): number {
  return Array.from(payload).reduce((rest, character) => (rest * 32 + alphabet.indexOf(character)) % 37, 0)
}

/**
 * A new receipt: 20 characters of Crockford's base 32, of which 19 are random and the last one is his check symbol.
 * Payloads whose check symbol would not be one of the 32 are drawn again, so that each character is easy to read aloud:
 * 94.8 bits remain of 95. `randomBytes` gives so many bytes, each 0 to 255 equally likely; 32 divides 256, so that its
 * last five bits are unbiased. Throws an Error when the source gives another number of bytes, or the same ones for ever.
 *
 * Source: D. Crockford, "Base 32", https://www.crockford.com/base32.html.
 */
export function makeReceipt(randomBytes: (count: number) => Uint8Array): string {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const bytes = randomBytes(payloadLength)
    if (bytes.length !== payloadLength)
      throw new Error('the source of randomness gave too few or too many bytes')
    const payload = Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('')
    const check = alphabet.charAt(checkDigit(payload))
    if (check !== '') return payload + check
  }
  throw new Error('the source of randomness gives no usable receipt')
}

/** A receipt as it is shown and read aloud: `XXXX-XXXX-XXXX-XXXX-XXXX`. */
export function groupReceipt(receipt: string): string {
  return (receipt.match(/.{1,4}/g) ?? []).join('-')
}

/**
 * The receipt that a person typed, or null where it cannot be one: wrong length, wrong characters, or a check symbol that
 * does not fit, which is so for every single wrong character and every two neighbours that changed places. Forgives
 * white space, hyphens and dashes of any kind anywhere, lower case, O for 0, and I and L for 1. Never throws.
 */
export function parseReceipt(typed: string): string | null {
  const characters = typed.replace(separators, '')
  // Before upper case, which makes two letters of some characters and Latin ones of others.
  if (characters.length !== receiptLength || !/^[0-9A-Za-z]*$/.test(characters)) return null
  const receipt = characters.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (Array.from(receipt).some((character) => !alphabet.includes(character))) return null
  const payload = receipt.slice(0, payloadLength)
  return checkDigit(payload) === alphabet.indexOf(receipt.charAt(payloadLength)) ? receipt : null
}
