import { keyedHash } from '@/lib/keys/keyed-hash'

/** Crockford's base 32: no I, L, O (look like 1, 1, 0) and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 10

/** How many recovery codes a second factor comes with. */
export const recoveryCodeCount = 10

/**
 * New recovery codes, `XXXXX-XXXXX`, of 50 bits each: five tries in a quarter of an hour do not find one. `randomBytes`
 * gives so many bytes, each 0 to 255 equally likely; 32 divides 256.
 */
export function makeRecoveryCodes(randomBytes: (count: number) => Uint8Array): readonly string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const characters = Array.from(randomBytes(codeLength), (byte) => alphabet.charAt(byte % 32)).join('')
    return `${characters.slice(0, 5)}-${characters.slice(5)}`
  })
}

/** What is kept of a code, as it was shown or as a person typed it: spaces, dashes, case and look-alikes do not matter. */
export function recoveryCodeHash(secret: string, typed: string): string {
  const characters = typed.replace(/[\s\p{White_Space}\p{Dash}\p{Cf}]/gu, '').toUpperCase()
  const code = characters.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return keyedHash(secret, 'adminRecoveryCode', code)
}
