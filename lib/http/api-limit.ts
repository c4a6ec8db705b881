import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { createAddressHash } from './rate-limit'

/** What a client may still ask for, in the fields of the IETF's draft "RateLimit header fields for HTTP". */
export interface Allowance {
  readonly isGranted: boolean
  readonly headers: Readonly<Record<string, string>>
}

export interface ApiLimit {
  /** Counts one more request of an address. */
  readonly ask: (address: string) => Promise<Allowance>
}

const windowSeconds = 60

/** Lets each address send so many requests in a minute, counted in this process from the first one on. No address is kept. */
export function createApiLimit(name: string, timesPerMinute: number, now: () => number = Date.now): ApiLimit {
  const hash = createAddressHash(now)
  const limiter = new RateLimiterMemory({ points: timesPerMinute, duration: windowSeconds })
  return {
    ask: async (address) => {
      const used: unknown = await limiter.consume(hash(address)).catch((refused: unknown) => refused)
      if (!(used instanceof RateLimiterRes)) throw used
      const isGranted = used.consumedPoints <= timesPerMinute
      const seconds = Math.ceil(used.msBeforeNext / 1000)
      return {
        isGranted,
        headers: {
          'RateLimit-Policy': `"${name}";q=${timesPerMinute};w=${windowSeconds}`,
          RateLimit: `"${name}";r=${Math.max(0, used.remainingPoints)};t=${seconds}`,
          ...(!isGranted && { 'Retry-After': String(Math.max(1, seconds)) }),
        },
      }
    },
  }
}

/** How many requests of each kind an address may send in a minute. A comparison costs more than what is read. */
export const apiLimits = { read: 300, compare: 60 } as const

const shared = globalThis as typeof globalThis & { miroirApiLimits?: Map<string, ApiLimit> }
// Kept outside the module: the framework may load this file once for each route.
const made = (shared.miroirApiLimits ??= new Map<string, ApiLimit>())

/** The limit of this process for a kind of request, made the first time. */
export function apiLimit(name: keyof typeof apiLimits): ApiLimit {
  const limit = made.get(name) ?? createApiLimit(name, apiLimits[name])
  made.set(name, limit)
  return limit
}
