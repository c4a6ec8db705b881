import { open } from 'node:fs/promises'
import { bundle } from '@/lib/export/bundle'
import { packedSize } from '@/lib/records/packed-answers'
import type { Release } from '@/lib/export/release'
import { releaseParts } from '@/lib/export/release-files'
import type { ExportWords } from '@/lib/export/words'
import type { Progress } from './progress'
import { readRecords } from '@/lib/records/record-file'

/** What a bundle is made of. */
export interface BundleContent {
  readonly release: Release
  /** File of the released records, packed. */
  readonly records: string
  /** Written as JSON. */
  readonly riskReport: object
  readonly words: ExportWords
}

/**
 * Writes the bundle of a release to the file at `path`, and returns its size in bytes. Stops where `signal` is aborted, with its
 * reason. What it throws leaves a part of a file. Throws what the disk throws.
 */
export async function writeBundle(
  path: string,
  { release, records, riskReport, words }: BundleContent,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  const file = await open(path, 'w', 0o600)
  try {
    let size = 0
    const parts = releaseParts(
      release,
      () => told(readRecords(records, packedSize), progress),
      riskReport,
      words,
    )
    for await (const bytes of bundle(parts, release.cutOn)) {
      signal.throwIfAborted()
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, written)
        written += bytesWritten
      }
      size += bytes.length
    }
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

function* told(batches: Iterable<Uint8Array>, progress: Progress): Generator<Uint8Array> {
  for (const batch of batches) {
    yield batch
    progress.add(batch.length / packedSize)
  }
}
