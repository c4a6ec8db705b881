import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Whether something may be done now, or in how many seconds at the earliest. */
export type Permission =
  | { readonly isGranted: true }
  | { readonly isGranted: false; readonly retryAfterSeconds: number }

export interface RateLimit {
  /** Counts one more time for an address. */
  readonly ask: (address: string) => Promise<Permission>
}

const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Keyed hashes of addresses. The key is random, lives in this process only and is forgotten each day: nothing that is
 * kept can be led back to an address, and nothing of it is ever written to a disk.
 */
export function createAddressHash(now: () => number): (address: string) => string {
  let day: number | null = null
  let key = randomBytes(32)
  return (address) => {
    const today = Math.floor(now() / dayMilliseconds)
    if (today !== day) key = randomBytes(32)
    day = today
    return createHmac('sha256', key).update(address).digest('base64url')
  }
}

/** Lets each address do something so many times in an hour, counted in this process from the first time on. */
export function createRateLimit(timesPerHour: number, now: () => number = Date.now): RateLimit {
  const hash = createAddressHash(now)
  const limiter = new RateLimiterMemory({ points: timesPerHour, duration: 60 * 60 })
  return {
    ask: async (address) => {
      try {
        await limiter.consume(hash(address))
        return { isGranted: true }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { isGranted: false, retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) }
      }
    },
  }
}

const shared = globalThis as typeof globalThis & { miroirRateLimits?: Map<string, RateLimit> }
// Kept outside the module: the framework may load this file once for each page.
const limits = (shared.miroirRateLimits ??= new Map<string, RateLimit>())

/** The limit of this process that has a name, made the first time. */
export function rateLimit(name: 'contribution' | 'withdrawal', timesPerHour: number): RateLimit {
  const found = limits.get(name) ?? createRateLimit(timesPerHour)
  limits.set(name, found)
  return found
}
