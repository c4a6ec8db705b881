import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

/** What an authenticator shows now. */
export async function totpOf(secret: string): Promise<string> {
  return createOTP(base32.decode(secret)).totp()
}
