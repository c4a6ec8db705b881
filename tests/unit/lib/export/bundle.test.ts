import { describe, expect, test } from 'vitest'
import { bundle, type BundlePart } from '@/lib/export/bundle'
import { releaseFiles, releaseParts } from '@/lib/export/release-files'
import { exportWords, inBatches, releaseOf, someRecords, whole } from '../../../support/release'

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

  test('throws when files of a release do not have the same records', async () => {
    const records = someRecords(30)
    let reading = 0
    const parts = releaseParts(
      releaseOf(30),
      () => inBatches(reading++ === 0 ? records : records.slice(1)),
      {},
      exportWords,
    )
    await expect(bytesOf(bundle(parts, day))).rejects.toThrow('29 records instead of 30')
  })
})

test('the parts of a release are its files, in order, without the checksums that the bundle adds', async () => {
  const parts = releaseParts(releaseOf(5), () => inBatches(someRecords(5)), { smallestClass: 5 }, exportWords)
  expect([...parts.map(({ name }) => name), 'SHA256SUMS']).toEqual(releaseFiles.map(({ name }) => name))
  const risk = parts.find(({ name }) => name === 'risk-report.json') ?? expect.fail()
  expect(JSON.parse(await whole(risk.content()))).toEqual({ smallestClass: 5 })
})
