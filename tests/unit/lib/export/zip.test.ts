import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { bundle, checksumsName } from '@/lib/export/bundle'

interface File {
  readonly name: string
  readonly content: string
}

/** What yazl makes of the same files and their checksums; `zip64` names those that are large, `end` is the end of the archive. */
async function byYazl(given: readonly File[], on: string, zip64: ReadonlySet<string>): Promise<Buffer> {
  const zip = new ZipFile()
  const sums = given.map(
    ({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`,
  )
  for (const { name, content } of [...given, { name: checksumsName, content: sums.join('') }]) {
    zip.addReadStream(Readable.from(content === '' ? [] : [Buffer.from(content)]), name, {
      mtime: new Date(`${on}T12:00:00`),
      forceDosTimestamp: true,
      compressionLevel: 1,
      forceZip64Format: zip64.has(name),
    })
  }
  zip.end({ forceZip64Format: zip64.has('end'), comment: '' })
  return buffer(zip.outputStream)
}

const bundled = (given: readonly File[], on: string, zip64From?: number) =>
  buffer(
    bundle(
      given.map(({ name, content }) => ({ name, content: () => [content] })),
      on,
      zip64From,
    ),
  )

const contents = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.string(), fc.nat(9999)).map(([text, times]) => text.repeat(times)),
)
const files = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('a.csv', 'b.txt', 'été.html', 'README.txt'), content: contents }),
  { selector: ({ name }) => name },
)
const days = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2107-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a bundle is byte for byte what yazl writes', async () => {
  await fc.assert(
    fc.asyncProperty(files, days, async (given, on) => {
      expect(await bundled(given, on)).toEqual(await byYazl(given, on, new Set()))
    }),
  )
})

test('so is one of which every file is too large for 4 bytes', async () => {
  await fc.assert(
    fc.asyncProperty(files, days, async (given, on) => {
      const names = new Set([...given.map(({ name }) => name), checksumsName, 'end'])
      expect(await bundled(given, on, 1)).toEqual(await byYazl(given, on, names))
    }),
  )
})

/** Text of 352 characters that hardly shrinks. */
const dense = (seed: string) =>
  ['a', 'b', 'c', 'd']
    .map((more) =>
      createHash('sha512')
        .update(seed + more)
        .digest('base64'),
    )
    .join('')

test('only files are large whose size is too large, or that begin too far away', async () => {
  const on = '2026-11-01'
  const sized = [
    { name: 'small', content: 'x'.repeat(100) },
    { name: 'large', content: 'x'.repeat(5000) },
    { name: 'other', content: 'x'.repeat(100) },
  ]
  expect(await bundled(sized, on, 5000)).toEqual(await byYazl(sized, on, new Set(['large'])))
  expect(await bundled(sized, on, 5001)).toEqual(await byYazl(sized, on, new Set()))

  const placed = ['first', 'second', 'far'].map((name) => ({ name, content: dense(name) }))
  const far = (await bundled(placed, on)).indexOf('far') - 30
  expect(far).toBeGreaterThan(500)
  const fromFar = await byYazl(placed, on, new Set(['far', checksumsName, 'end']))
  expect(await bundled(placed, on, far)).toEqual(fromFar)
  const afterFar = await byYazl(placed, on, new Set([checksumsName, 'end']))
  expect(await bundled(placed, on, far + 1)).toEqual(afterFar)
})
