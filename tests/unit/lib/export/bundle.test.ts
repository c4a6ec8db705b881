import { describe, expect, test } from 'vitest'
import { bundle, type BundlePart } from '@/lib/export/bundle'
import { packedSize } from '@/lib/records/packed-answers'
import { releaseFiles, releaseParts } from '@/lib/export/release-files'
import { exportWords, inBatches, packed, releaseOf, someRecords, whole } from '../../../support/release'

const day = '2026-11-01'

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/** Text that hardly shrinks, without end until it is told to stop. */
function endless() {
  const state = { pieces: 0, ended: false }
  const part: BundlePart = {
    name: 'endless',
    *content() {
      try {
        for (;;) {
          state.pieces += 1
          yield Array.from({ length: 4096 }, (_, place) => (place * state.pieces * 7919) % 9973).join('')
        }
      } finally {
        state.ended = true
      }
    },
  }
  return { part, state }
}

const fewer = (bytes: Uint8Array) => bytes.subarray(packedSize)
const twice = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...bytes])

describe('a bundle', () => {
  test('is the same bytes for the same parts and the same day', async () => {
    const parts: readonly BundlePart[] = [{ name: 'a.txt', content: () => ['one ', 'two'] }]
    const first = await bytesOf(bundle(parts, day))
    expect(await bytesOf(bundle(parts, day))).toEqual(first)
    expect(await bytesOf(bundle(parts, '2026-11-02'))).not.toEqual(first)
  })

  test('makes nothing before it is asked for, and no more than a reader takes', async () => {
    const { part, state } = endless()
    const reader = bundle([part], day)
    expect(state.pieces).toBe(0)
    let bytes = 0
    while (bytes < 200_000) bytes += (await reader.next()).value?.length ?? 0
    const made = state.pieces
    expect(made).toBeLessThan(200)
    await reader.return(undefined)
    expect(state).toEqual({ pieces: state.pieces, ended: true })
  })

  test('throws what a part throws', async () => {
    const failing: BundlePart = {
      name: 'failing',
      *content() {
        yield 'begun'
        throw new Error('the database went away')
      },
    }
    await expect(bytesOf(bundle([failing], day))).rejects.toThrow('the database went away')
  })

  test.each([
    ['too few records', 'first', fewer, '29 records instead of 30'],
    ['too few records', 'second', fewer, '29 records instead of 30'],
    ['too few records', 'third', fewer, '29 records instead of 30'],
    ['too many records', 'first', twice, '60 records instead of 30'],
    ['too many records', 'second', twice, '60 records instead of 30'],
    ['too many records', 'third', twice, '60 records instead of 30'],
    ['half a record', 'first', (bytes: Uint8Array) => bytes.subarray(1), 'ends within a record'],
  ])('throws on %s in the %s of the three files', async (_, which, spoil, message) => {
    const bytes = packed(someRecords(30))
    let reading = 0
    const parts = releaseParts(
      releaseOf(30),
      () => [['first', 'second', 'third'][reading++] === which ? spoil(bytes) : bytes],
      {},
      exportWords,
    )
    await expect(bytesOf(bundle(parts, day))).rejects.toThrow(message)
  })
})

test('the parts of a release are its files, in order, without the checksums that the bundle adds', () => {
  const parts = releaseParts(releaseOf(5), () => inBatches(someRecords(5)), { smallestClass: 5 }, exportWords)
  expect([...parts.map(({ name }) => name), 'SHA256SUMS']).toEqual(releaseFiles.map(({ name }) => name))
  const risk = parts.find(({ name }) => name === 'risk-report.json') ?? expect.fail()
  expect(JSON.parse(whole(risk.content()))).toEqual({ smallestClass: 5 })
})
