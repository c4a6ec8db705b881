import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

const keyring = (secret: string) => ({ keys: new Map([[1, secret]]), currentVersion: 1 })

/** A text, encrypted with the admins' key as better-auth does it: XChaCha20-Poly1305. Each time it is another one. */
export async function encryptText(secret: string, text: string): Promise<string> {
  return symmetricEncrypt({ key: keyring(secret), data: text })
}

/** The text that `encryptText` encrypted. Throws where it was encrypted with another key. */
export async function decryptText(secret: string, encrypted: string): Promise<string> {
  return symmetricDecrypt({ key: keyring(secret), data: encrypted })
}
