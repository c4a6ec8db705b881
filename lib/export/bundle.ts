import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One file of a bundle. Its content is asked for once, when its turn comes. */
export interface BundlePart {
  readonly name: string
  readonly content: () => Iterable<string | Uint8Array>
}

/** The last file of a bundle: the hashes of the others, as `sha256sum -c` reads them in its folder. */
export const checksumsName = 'SHA256SUMS'

/** The least effort: rows repeat themselves so much that more effort costs much time and wins little room. */
const compressionLevel = 1

/** Pieces of a bundle have about so many bytes. */
const gatheredBytes = 256 * 1024

/** Noon of a day, in whatever time zone the machine is: zip files have local times. */
function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

/** The bytes of a part; when it ends, `finished` is told the hash of them all, in hexadecimal digits. */
function* hashing(content: BundlePart['content'], finished: (hash: string) => void): Generator<Uint8Array> {
  const hash = createHash('sha256')
  for (const piece of content()) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    hash.update(bytes)
    yield bytes
  }
  finished(hash.digest('hex'))
}

/**
 * A zip file of these parts and their checksums, in one folder or in none, in pieces: nothing is made before it is asked for, and nothing
 * is kept. Larger than 4 GB it is Zip64. The same parts and the same day (`YYYY-MM-DD`) give the same bytes. What a part throws is thrown, and
 * the bytes until then are no zip file. A reader that stops ends the part that is being read.
 */
export async function* bundle(
  folder: string | null,
  parts: readonly BundlePart[],
  day: string,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const options = { mtime: noonOf(day), forceDosTimestamp: true, compressionLevel }
  const output = zip.outputStream.pipe(new PassThrough())
  const fail = (error: Error) => output.destroy(error)
  zip.on('error', fail)
  const sums: string[] = []
  let current: Readable | undefined
  const checksums: BundlePart = { name: checksumsName, content: () => [sums.join('')] }
  for (const { name, content } of [...parts, checksums]) {
    zip.addReadStreamLazy(folder === null ? name : `${folder}/${name}`, options, (ready) => {
      current = Readable.from(
        hashing(content, (hash) => sums.push(`${hash}  ${name}\n`)),
        { objectMode: false },
      )
      current.on('error', fail)
      ready(null, current)
    })
  }
  zip.end()
  try {
    yield* gathered(output as AsyncIterable<Uint8Array>)
  } finally {
    current?.destroy()
  }
}

/** Compression hands on little at a time, and each piece costs its writer the same. */
async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const piece of pieces) {
    held.push(piece)
    bytes += piece.length
    if (bytes < gatheredBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
