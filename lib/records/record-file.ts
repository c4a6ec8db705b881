import { closeSync, openSync, readSync, writeSync } from 'node:fs'

// Files of records that all take the same number of bytes. Reading and writing wait for the disk: this is for a process
// that has nothing else to do.

const pieceBytes = 256 * 1024

/** Writes records one after the other, in large pieces. */
export interface RecordWriter {
  /** Copies a record from `source`, where it begins at `offset`. */
  readonly add: (source: Uint8Array, offset: number) => void
  /** Writes what is left, and closes the file. */
  readonly close: () => void
}

/** Makes or empties the file at `path`, readable by its owner only, for records of `recordBytes`. Throws what the disk throws. */
export function createRecordWriter(path: string, recordBytes: number): RecordWriter {
  const file = openSync(path, 'w', 0o600)
  const piece = new Uint8Array(Math.max(1, Math.floor(pieceBytes / recordBytes)) * recordBytes)
  let filled = 0
  const flush = () => {
    for (let written = 0; written < filled;) written += writeSync(file, piece, written, filled - written)
    filled = 0
  }
  return {
    add: (source, offset) => {
      if (filled === piece.length) flush()
      for (let byte = 0; byte < recordBytes; byte += 1) piece[filled + byte] = source[offset + byte] ?? 0
      filled += recordBytes
    },
    close: () => {
      try {
        flush()
      } finally {
        closeSync(file)
      }
    },
  }
}

/**
 * The records of a file, many at a time: each piece holds whole records, and is only good until the next one is asked for.
 * Throws what the disk throws, and an Error where the file ends within a record.
 */
export function* readRecords(path: string, recordBytes: number): Generator<Uint8Array, void, undefined> {
  const file = openSync(path, 'r')
  const piece = new Uint8Array(Math.max(1, Math.floor(pieceBytes / recordBytes)) * recordBytes)
  try {
    for (;;) {
      let filled = 0
      let read = -1
      while (filled < piece.length && read !== 0) {
        read = readSync(file, piece, filled, piece.length - filled, null)
        filled += read
      }
      if (filled % recordBytes !== 0) throw new Error(`${path} ends within a record`)
      if (filled > 0) yield piece.subarray(0, filled)
      if (filled < piece.length) return
    }
  } finally {
    closeSync(file)
  }
}
