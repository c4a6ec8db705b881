import { Readable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { byteStream } from '@/lib/http/byte-stream'

const pieceOf = (number: number) => new Uint8Array(1000).fill(number)

/** So many pieces, and how many of them were asked for. */
function counted(count: number) {
  const asked = vi.fn()
  const source = new Readable({
    highWaterMark: 1,
    read() {
      const number = asked.mock.calls.length
      asked()
      this.push(number < count ? pieceOf(number) : null)
    },
  })
  return { source, asked }
}

it('gives every byte, in order', async () => {
  const { source } = counted(40)
  const given = new Uint8Array(await new Response(byteStream(source)).arrayBuffer())
  expect(given).toEqual(new Uint8Array(40_000).map((_, place) => Math.floor(place / 1000)))
  expect(source.destroyed).toBe(true)
})

it('reads as the client takes', async () => {
  const { source, asked } = counted(1000)
  const reader = byteStream(source).getReader()
  expect(asked).not.toHaveBeenCalled()
  await reader.read()
  await reader.read()
  expect(asked.mock.calls.length).toBeLessThan(6)
  await reader.cancel()
})

it('destroys the stream when the client goes away, also in the middle of a piece', async () => {
  for (const isReading of [false, true]) {
    const { source } = counted(1000)
    const reader = byteStream(source).getReader()
    await reader.read()
    const reading = isReading ? reader.read() : null
    await reader.cancel()
    await reading
    expect(source.destroyed).toBe(true)
  }
})

it('breaks off where the stream fails', async () => {
  const failing = new Readable({
    read() {
      this.destroy(new Error('the disk is gone'))
    },
  })
  await expect(new Response(byteStream(failing)).arrayBuffer()).rejects.toThrow('the disk is gone')
})
