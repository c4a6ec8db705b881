import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'

/** How long a seal may still, or already, be opened by an instance whose clock is another one's, in seconds. */
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
 * Encrypts content so that only who has the secret can read or change it, for so many seconds: an encrypted JSON Web Token (RFC 7519,
 * RFC 7516), with AES-256-GCM and a key that HKDF (RFC 5869) makes of the secret. Whoever sees it learns how long its content is, and nothing else.
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
