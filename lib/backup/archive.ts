import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise, type Entry } from 'yauzl'
import { ZipFile } from 'yazl'
import { SettingError } from '@/lib/errors'
import { takeNativeChecksums } from '@/lib/export/native-checksums'

/** An entry that is to be written: a file, or a short text. */
export type NewEntry =
  | { readonly name: string; readonly file: string; readonly isCompressed: boolean }
  | { readonly name: string; readonly text: string }

/** Only the owner may read what is unpacked. */
const mode = 0o100600

/** Writes a zip file, on the disk when this returns. Larger than 4 GB it is Zip64. Throws what the disk throws. */
export async function writeArchive(target: string, entries: readonly NewEntry[]): Promise<void> {
  takeNativeChecksums()
  const zip = new ZipFile()
  for (const entry of entries) {
    if ('file' in entry) zip.addFile(entry.file, entry.name, { mode, compress: entry.isCompressed })
    else zip.addBuffer(Buffer.from(entry.text), entry.name, { mode })
  }
  zip.end()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  await pipeline(output, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }))
}

/** A zip file that is open for reading. */
export interface Archive {
  readonly names: readonly string[]
  /** The bytes of an entry. Throws where there is no such entry, and where they cannot be unpacked. */
  readonly read: (name: string) => Promise<Readable>
}

/** The longest text that is read into memory, in bytes. */
const longestText = 1024 * 1024

/** Runs `work` with a zip file. Throws SettingError where the file is none, or is cut off. */
export async function withArchive<Result>(
  file: string,
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const zip = await openPromise(file, { autoClose: false }).catch((cause: unknown) => {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new SettingError(`${file} ${isMissing ? 'is not there' : 'is no backup, or was cut off'}.`, {
      cause,
    })
  })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return await work({
      names: [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name)
        if (entry === undefined) throw new SettingError(`${file} lacks ${name}.`)
        return zip.openReadStreamPromise(entry)
      },
    })
  } finally {
    zip.close()
  }
}

/** The text of a short entry. Throws SettingError where it is too long for one. */
export async function readEntryText({ read }: Archive, name: string): Promise<string> {
  const parts: Buffer[] = []
  let sizeBytes = 0
  for await (const bytes of (await read(name)) as AsyncIterable<Buffer>) {
    sizeBytes += bytes.length
    if (sizeBytes > longestText) throw new SettingError(`${name} is too long.`)
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}
