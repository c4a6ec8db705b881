import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAddressHash, createRateLimit, rateLimit } from '@/lib/http/rate-limit'

const address = '203.0.113.7'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T22:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a limit', () => {
  test('grants so many times in an hour, then says how long to wait, and grants again', async () => {
    const limit = createRateLimit(2)
    expect([await limit.ask(address), await limit.ask(address)]).toEqual([
      { isGranted: true },
      { isGranted: true },
    ])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(await limit.ask(address)).toEqual({ isGranted: false, retryAfterSeconds: 3000 })
    await vi.advanceTimersByTimeAsync(3_000_000)
    expect(await limit.ask(address)).toEqual({ isGranted: true })
  })

  test('counts each address by itself', async () => {
    const limit = createRateLimit(1)
    await limit.ask(address)
    expect(await limit.ask('203.0.113.8')).toEqual({ isGranted: true })
  })

  test('is the same one wherever it is asked for by its name', async () => {
    await rateLimit('withdrawal', 1).ask(address)
    expect(await rateLimit('withdrawal', 1).ask(address)).toMatchObject({ isGranted: false })
    expect(await rateLimit('contribution', 1).ask(address)).toEqual({ isGranted: true })
  })
})

describe('the hash of an address', () => {
  test('is the same for a day, and another one the next day, and in each process', () => {
    const hash = createAddressHash(Date.now)
    const first = hash(address)
    expect(first).not.toContain(address)
    vi.setSystemTime(new Date('2026-11-23T23:59:59Z'))
    expect(hash(address)).toBe(first)
    expect(createAddressHash(Date.now)(address)).not.toBe(first)
    vi.setSystemTime(new Date('2026-11-24T00:00:00Z'))
    expect(hash(address)).not.toBe(first)
    vi.setSystemTime(new Date('2026-11-23T23:59:59Z'))
    expect(hash(address)).not.toBe(first)
  })
})
