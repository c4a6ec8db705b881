import { readFileSync, rmSync } from 'node:fs'
import { createRecordWriter, type RecordWriter } from './record-file'

/** A whole number of 0 or more and less than `below`, each equally likely. */
export type RandomBelow = (below: number) => number

/** Records of a heap that is shuffled in memory, about. */
const heapRecords = 50_000

/** Takes records in any order, and writes them in a random one. */
export interface Shuffler {
  /** Copies a record from `source`, where it begins at `offset`. */
  readonly add: (source: Uint8Array, offset: number) => void
  /** Writes all records to the file at `path` in random order, and deletes the heaps. */
  readonly writeTo: (path: string) => void
}

/**
 * Shuffles more records than memory holds: each is thrown at random on one of several heaps, files in `folder`; each heap is
 * then shuffled in memory, and the heaps are written one after the other. `expected` is about how many records will come,
 * and only decides how many heaps there are.
 *
 * Every order is equally likely: it is as if each record drew a random number, of which the heap is the leading digit and
 * the place within its heap the others, and all were sorted by them. Within a heap: R. Durstenfeld, "Algorithm 235: Random
 * permutation", Communications of the ACM 7 (1964), 420.
 */
export function createShuffler(
  folder: string,
  recordBytes: number,
  expected: number,
  randomBelow: RandomBelow,
): Shuffler {
  const heaps = Array.from({ length: Math.max(1, Math.ceil(expected / heapRecords)) }, (_, place) => {
    const path = `${folder}/heap-${place}`
    return { path, writer: createRecordWriter(path, recordBytes) }
  })
  return {
    add: (source, offset) => {
      heaps[randomBelow(heaps.length)]?.writer.add(source, offset)
    },
    writeTo: (path) => {
      for (const { writer } of heaps) writer.close()
      const target = createRecordWriter(path, recordBytes)
      try {
        for (const heap of heaps) {
          writeShuffled(readFileSync(heap.path), recordBytes, randomBelow, target)
          rmSync(heap.path)
        }
      } finally {
        target.close()
      }
    },
  }
}

function writeShuffled(
  records: Uint8Array,
  recordBytes: number,
  randomBelow: RandomBelow,
  target: RecordWriter,
): void {
  const order = Uint32Array.from({ length: records.length / recordBytes }, (_, place) => place)
  for (let rest = order.length; rest > 0; rest -= 1) {
    const drawn = randomBelow(rest)
    target.add(records, (order[drawn] ?? 0) * recordBytes)
    order[drawn] = order[rest - 1] ?? 0
  }
}
