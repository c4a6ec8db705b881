import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

// As better-auth keeps secrets: with this prefix it takes them for base 32, else for the bytes of the text itself.
const prefix = 'base32:'

const keyring = (secret: string) => ({ keys: new Map([[1, secret]]), currentVersion: 1 })

/** A TOTP secret (in base 32), encrypted with the admins' key as better-auth reads it: XChaCha20-Poly1305. */
export async function encryptTotpSecret(secret: string, totpSecret: string): Promise<string> {
  return symmetricEncrypt({ key: keyring(secret), data: `${prefix}${totpSecret}` })
}

/** The TOTP secret that `encryptTotpSecret` encrypted. Throws where it was encrypted with another key. */
export async function decryptTotpSecret(secret: string, encrypted: string): Promise<string> {
  const text = await symmetricDecrypt({ key: keyring(secret), data: encrypted })
  return text.slice(prefix.length)
}
