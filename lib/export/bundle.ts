import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { dataDescriptor, directory, localHeader, type ZipEntry, type ZipFormat } from './zip'

/** One file of a bundle. Its content is asked for once, when its turn comes. */
export interface BundlePart {
  readonly name: string
  readonly content: () => Iterable<string | Uint8Array>
}

/** The last file of a bundle: the hashes of the others, as `sha256sum -c` reads them. */
export const checksumsName = 'SHA256SUMS'

/**
 * The least effort: rows repeat themselves so much that more effort costs much time and wins little room. What waits to be
 * compressed, or to be taken, lets neither side wait for the other.
 */
const compression = { level: 1, chunkSize: 64 * 1024, highWaterMark: 1024 * 1024 }

/** What is known of a part once all of it has been read. */
interface Measured {
  sizeBytes: number
  crc32: number
  /** In hexadecimal digits. */
  sha256: string
}

/** The bytes of a part, measured as they pass. */
function* measuring(content: BundlePart['content'], measured: Measured): Generator<Uint8Array> {
  const hash = createHash('sha256')
  for (const piece of content()) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    hash.update(bytes)
    measured.crc32 = crc32(bytes, measured.crc32)
    measured.sizeBytes += bytes.length
    yield bytes
  }
  measured.sha256 = hash.digest('hex')
}

/** The bytes compressed, on another thread while the next ones are made. Throws what making them throws. */
async function* compressed(bytes: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false })
  try {
    // The callback is told of errors that reading throws as well.
    yield* pipeline(source, createDeflateRaw(compression), () => {})
  } finally {
    source.destroy()
  }
}

/**
 * A zip file of these parts and their checksums, in pieces: nothing is made before it is asked for, and nothing is kept. Larger
 * than 4 GB it is Zip64. The same parts and the same day (`YYYY-MM-DD`) give the same bytes. What a part throws is thrown, and
 * the bytes until then are no zip file. Whoever stops reading ends the part that is being read.
 * `zip64From` is for tests of what only larger files have.
 */
export async function* bundle(
  parts: readonly BundlePart[],
  day: string,
  zip64From: ZipFormat['zip64From'] = 2 ** 32 - 1,
): AsyncGenerator<Uint8Array> {
  const format: ZipFormat = { day, zip64From }
  const entries: ZipEntry[] = []
  const sums: string[] = []
  const checksums: BundlePart = { name: checksumsName, content: () => [sums.join('')] }
  let written = 0
  for (const { name, content } of [...parts, checksums]) {
    const measured: Measured = { sizeBytes: 0, crc32: 0, sha256: '' }
    const header = localHeader(name, format)
    yield header
    let compressedBytes = 0
    for await (const piece of compressed(measuring(content, measured))) {
      compressedBytes += piece.length
      yield piece
    }
    const { sizeBytes, sha256 } = measured
    const entry = { name, start: written, crc32: measured.crc32, compressedBytes, sizeBytes }
    const descriptor = dataDescriptor(entry, format)
    yield descriptor
    entries.push(entry)
    sums.push(`${sha256}  ${name}\n`)
    written += header.length + compressedBytes + descriptor.length
  }
  yield directory(entries, written, format)
}
