import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { crc32 } from 'node:zlib'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { bundle, type BundlePart } from '@/lib/export/bundle'
import { takeNativeChecksums } from '@/lib/export/native-checksums'
import { bundledFiles, bundleParts } from '@/lib/export/edition-bundle'
import { bundleName } from '@/lib/export/edition-file'
import { editionOf, exportWords, packed, shape, someRecords } from '../../../support/edition'
import { content } from '../../../support/written-edition'

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

const fewer = (bytes: Uint8Array) => bytes.subarray(shape.layout.size)
const twice = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...bytes])

describe('a bundle', () => {
  test('is the same bytes for the same parts and the same day', async () => {
    const parts: readonly BundlePart[] = [{ name: 'a.txt', content: () => ['one ', 'two'] }]
    const first = await bytesOf(bundle('folder', parts, day))
    expect(await bytesOf(bundle('folder', parts, day))).toEqual(first)
    expect(await bytesOf(bundle('folder', parts, '2026-11-02'))).not.toEqual(first)
  })

  test('is one folder, whose checksums name the files within it', async () => {
    const parts: readonly BundlePart[] = [{ name: 'a.txt', content: () => ['one ', 'two'] }]
    const zip = await JSZip.loadAsync(await bytesOf(bundle('folder', parts, day)), { checkCRC32: true })
    expect(Object.keys(zip.files)).toEqual(['folder/a.txt', 'folder/SHA256SUMS'])
    expect(await zip.file('folder/SHA256SUMS')?.async('string')).toBe(
      '8ab63e29a4ba14e4e1688f9c15e5af90895421358c945b0431f85d66977bd3d2  a.txt\n',
    )
  })

  test('makes nothing before it is asked for, and no more than a reader takes', async () => {
    const { part, state } = endless()
    const reader = bundle('folder', [part], day)
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
    await expect(bytesOf(bundle('folder', [failing], day))).rejects.toThrow('the database went away')
  })

  const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const
  test.each([
    ...places.map((place) => ['too few records', place, fewer, '29 records instead of 30'] as const),
    ...places.map((place) => ['too many records', place, twice, '60 records instead of 30'] as const),
    ['half a record', 'first', (bytes: Uint8Array) => bytes.subarray(1), 'ends within a record'] as const,
  ])('throws on %s in the %s of the files of responses', async (_, which, spoil, message) => {
    const bytes = packed(someRecords(30))
    let reading = 0
    const records = () => [places[reading++] === which ? spoil(bytes) : bytes]
    const parts = bundleParts({ ...content, file: editionOf(30), records })
    await expect(bytesOf(bundle('folder', parts, day))).rejects.toThrow(message)
  })
})

test('the parts of an edition are its files, in order, without the checksums that the bundle adds', () => {
  const names = bundleParts(content).map(({ name }) => name)
  expect([...names, 'SHA256SUMS']).toEqual(bundledFiles(exportWords).map(({ name }) => name))
  expect(names).toEqual([
    'responses.csv',
    'responses-excel-fr.csv',
    'responses-excel-en.csv',
    'responses.jsonl',
    'responses.parquet',
    'import.sps',
    'import.R',
    'load.py',
    'datapackage.json',
    'responses.sss',
    'codebook.html',
    'codebook.xml',
    'risk-report.json',
    'README.txt',
  ])
})

test('the bundle is called after the wave and the edition, and so is its folder', () => {
  expect(bundleName(editionOf(0))).toBe('miroir-2025-12-edition-1')
  expect(bundleName(editionOf(0, { editionId: 'demo-1' }))).toBe('miroir-2025-12-edition-demo-1')
})

test('the checksums of the archive are Node’s own, and right', async () => {
  const library = createRequire(createRequire(import.meta.url).resolve('yazl'))
  const checksums = library('buffer-crc32') as { unsigned: (bytes: Uint8Array, previous?: number) => number }
  checksums.unsigned = () => expect.fail('the library computed them')
  takeNativeChecksums()
  const parts: readonly BundlePart[] = [{ name: 'a.txt', content: () => ['one ', 'two'] }]
  const zip = await bytesOf(bundle('folder', parts, day))
  await expect(JSZip.loadAsync(zip, { checkCRC32: true })).resolves.toBeDefined()
  const bytes = randomBytes(10_000)
  for (const cut of [0, 1, 5000, 10_000]) {
    const [head, tail] = [bytes.subarray(0, cut), bytes.subarray(cut)]
    expect(checksums.unsigned(tail, checksums.unsigned(head))).toBe(crc32(bytes))
  }
})
