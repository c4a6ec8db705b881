import { afterEach, beforeEach, expect, vi } from 'vitest'

// A warning that nobody reads is a defect that nobody sees: what reaches the console fails the test.
const noise: string[] = []

beforeEach(() => {
  noise.length = 0
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      noise.push(`console.${method}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  expect(noise).toEqual([])
})
