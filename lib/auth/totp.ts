import { randomBytes, timingSafeEqual } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { encode } from 'uqr'

const stepMilliseconds = 30_000

/** How many half minutes an authenticator's clock may be wrong, as in better-auth. */
const tolerance = 1

/** A new secret, 160 bits in base 32 as RFC 4226 asks, which is how people copy it into an authenticator. */
export function makeTotpSecret(): string {
  return base32.encode(Uint8Array.from(randomBytes(20)), { padding: false })
}

/** The address that authenticators read from a QR code. */
export function totpUri(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  const parameters = new URLSearchParams({ secret, issuer, digits: '6', period: '30' })
  return `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`
}

/** A QR code as one SVG path of unit squares, to be filled with black on white, in a view box of `size` by `size`. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** Draws a text as a QR code, with the white border that readers need. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: squares.join('') }
}

/**
 * The half minute, counted from 1970, whose code was typed; null where the code is that of none of the three around `now`.
 * `secret` is in base 32. Source: RFC 6238.
 */
export async function matchingStep(secret: string, typed: string, now: Date): Promise<number | null> {
  const code = typed.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const otp = createOTP(base32.decode(secret))
  const present = Math.floor(now.getTime() / stepMilliseconds)
  let found: number | null = null
  for (let step = present - tolerance; step <= present + tolerance; step += 1) {
    const isEqual = timingSafeEqual(Buffer.from(await otp.hotp(step)), Buffer.from(code))
    if (isEqual) found = step
  }
  return found
}
