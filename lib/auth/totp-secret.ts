import { decryptText, encryptText } from './encrypted'

// As better-auth keeps secrets: with this prefix it takes them for base 32, else for the bytes of the text itself.
const prefix = 'base32:'

/** A TOTP secret (in base 32), encrypted with the admins' key as better-auth reads it. */
export async function encryptTotpSecret(secret: string, totpSecret: string): Promise<string> {
  return encryptText(secret, `${prefix}${totpSecret}`)
}

/** The TOTP secret that `encryptTotpSecret` encrypted. Throws where it was encrypted with another key. */
export async function decryptTotpSecret(secret: string, encrypted: string): Promise<string> {
  return (await decryptText(secret, encrypted)).slice(prefix.length)
}
