import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'

/** For how many seconds after its end a seal is still opened: the clocks of instances differ. */
const clockTolerance = 60

/** How content is encrypted: with the key itself, which nothing else is encrypted with. */
const header = { alg: 'dir', enc: 'A256GCM' } as const

/** A process has few secrets, and the library prepares a key once. */
const keys = new Map<string, KeyObject>()

function keyOf(secret: string): KeyObject {
  const known = keys.get(secret)
  if (known) return known
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'seal', 32)))
  keys.set(secret, key)
  return key
}

/**
 * Encrypts content for so many seconds. Without the secret nobody can read or change it; its length shows. The seal is an encrypted JSON
 * Web Token (RFC 7516, RFC 7519): AES-256-GCM, with a key derived from the secret (HKDF, RFC 5869).
 */
export async function seal(
  content: Readonly<Record<string, unknown>>,
  secret: string,
  seconds: number,
): Promise<string> {
  const token = new EncryptJWT({ ...content }).setProtectedHeader(header)
  return token.setExpirationTime(`${seconds} seconds`).encrypt(keyOf(secret))
}

/** What `seal` encrypted; null where it is too old, was changed, sealed with another secret, or is no seal. Never throws. */
export async function openSeal(
  sealed: string,
  secret: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const { payload } = await jwtDecrypt(sealed, keyOf(secret), {
      clockTolerance,
      requiredClaims: ['exp'],
      keyManagementAlgorithms: [header.alg],
      contentEncryptionAlgorithms: [header.enc],
    })
    return payload
  } catch {
    return null
  }
}
