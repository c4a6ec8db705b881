import { expect, it } from 'vitest'
import { lineStream } from '@/lib/http/line-stream'

/** Lines that say how many were asked for, and whether the asking was ended. */
function countedLines(count: number, failsAt = Infinity) {
  const seen = { asked: 0, isEnded: false }
  async function* lines() {
    try {
      for (let number = 1; number <= count; number += 1) {
        seen.asked = number
        if (number === failsAt) throw new Error('the database went away')
        yield await Promise.resolve(`{"number":${number},"text":"${'é'.repeat(100)}"}\n`)
      }
    } finally {
      seen.isEnded = true
    }
  }
  return { seen, lines: lines() }
}

it('sends every line once, in order, in chunks', async () => {
  const { lines } = countedLines(1000)
  const reader = lineStream(lines).getReader()
  const chunks: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
  }
  expect(chunks.length).toBeGreaterThan(2)
  expect(chunks.length).toBeLessThan(20)
  const numbers = Buffer.concat(chunks)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { number: number }).number)
  expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1))
})

it('of nothing is empty', async () => {
  expect(await new Response(lineStream(countedLines(0).lines)).text()).toBe('')
})

it('asks for nothing before it is read, and for no more than is taken', async () => {
  const { seen, lines } = countedLines(100_000)
  const stream = lineStream(lines)
  expect(seen.asked).toBe(0)
  await stream.getReader().read()
  expect(seen.asked).toBeGreaterThan(0)
  expect(seen.asked).toBeLessThan(1000)
})

it('ends the asking where the client goes away', async () => {
  const { seen, lines } = countedLines(100_000)
  const reader = lineStream(lines).getReader()
  await reader.read()
  await reader.cancel()
  expect(seen.isEnded).toBe(true)
  expect(seen.asked).toBeLessThan(1000)
})

it('breaks off where a line fails', async () => {
  await expect(new Response(lineStream(countedLines(1000, 900).lines)).text()).rejects.toThrow(
    'the database went away',
  )
})
