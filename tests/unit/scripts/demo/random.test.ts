import { describe, expect, test } from 'vitest'
import { createRandom, fnv1a64, pick, runningTotals, sfc32 } from '@/scripts/demo/random'
import { randomUuid } from '@/scripts/demo/random-uuid'

const take = (count: number, random: () => number) => Array.from({ length: count }, () => random())

describe('published algorithms', () => {
  test('sfc32 gives the numbers that the tests of the Motoko package prng expect for the seed 1, 2, 3', () => {
    const words = take(4, sfc32(1, 2, 3)).map((uniform) => uniform * 2 ** 32)
    expect(words).toEqual([0x736a3b41, 0xb2e53014, 0x3d56e4c7, 0xeda6a65f])
  })

  test.each([
    ['', 0xcbf29ce484222325n],
    ['a', 0xaf63dc4c8601ec8cn],
    ['foobar', 0x85944171f73967e8n],
  ])('the hash of "%s" is the one that its authors list', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash)
  })
})

describe('a generator for a seed', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const numbers = ['a', 'b', 1, 2, ''].map((seed) => take(5, createRandom(seed)).join())
    expect(['a', 'b', 1, 2, ''].map((seed) => take(5, createRandom(seed)).join())).toEqual(numbers)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('the numbers fill [0, 1) evenly', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    for (const uniform of take(100_000, createRandom('even'))) {
      const tenth = Math.floor(uniform * 10)
      counts[tenth] = (counts[tenth] ?? Number.NaN) + 1
    }
    expect(counts).toHaveLength(10)
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

test('drawing by weight: each index has its room, and one without weight is never drawn', () => {
  const totals = runningTotals([0, 1, 0, 3, 0])
  expect([0, 0.2499, 0.25, 0.5, 1 - 2 ** -32].map((uniform) => pick(totals, uniform))).toEqual([
    1, 1, 3, 3, 3,
  ])
})

test('a UUID is of version 4, whatever the bits', () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  const random = createRandom('uuid')
  for (let made = 0; made < 1000; made += 1) expect(randomUuid(random)).toMatch(form)
  expect(randomUuid(() => 0)).toBe('00000000-0000-4000-8000-000000000000')
  expect(randomUuid(() => 1 - 2 ** -32)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})
