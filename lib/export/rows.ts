import { notApplicable, notAsked } from '@/lib/records/packed-answers'
import { fieldCode } from '@/lib/disclosure/microdata/record-layout'
import { cellsOf, type CellTexts } from './cells'
import type { FileShape } from './edition-file'
import type { Variable } from './variables'

/** The records of a file, many at a time: each batch holds whole records, and is only good until the next one is asked for. */
export type RecordBatches = Iterable<Uint8Array>

/** How a file writes rows: what opens one, what follows its number, the cells of each variable, what closes it. */
export interface RowTexts {
  readonly open: string
  readonly afterNumber: string
  readonly close: string
  readonly cells: (variable: Variable) => CellTexts
}

/** Rows are handed on in pieces of about this many bytes. */
const pieceBytes = 256 * 1024

/** The most that a row can take, with room to spare: a longer one would throw. */
const rowBytes = 16 * 1024

/** Neighbouring variables are written together where they have at most so many combinations of codes. */
const mostCombinations = 4096

/** A variable with the place of each code that it can have, from 0, -1 for others, and how many places there are. */
function placesOf(variable: Variable) {
  const { kind, options, field } = variable
  const answers = kind === 'single' ? options.length + 1 : 1 << options.length
  const places = new Int32Array(256 ** field.bytes).fill(-1)
  for (let code = 0; code < answers; code += 1) places[code] = code
  places[notApplicable[kind]] = answers
  places[notAsked[kind]] = answers + 1
  return { variable, places, count: answers + 2 }
}
type Places = ReturnType<typeof placesOf>

function groupsOf(variables: readonly Variable[]): readonly (readonly Places[])[] {
  const groups: Places[][] = []
  let combinations = Infinity
  for (const places of variables.map(placesOf)) {
    combinations *= places.count
    if (combinations > mostCombinations) {
      groups.push([])
      combinations = places.count
    }
    groups.at(-1)?.push(places)
  }
  return groups
}

type CellsWriter = (batch: Uint8Array, record: number) => Uint8Array

/**
 * The bytes of the cells of some variables, for the record that begins at `record`. The same answers come again and again: a
 * combination is put into words once, when it is first met, and refused every time when it cannot be released.
 */
function cellsWriter(group: readonly Places[], texts: RowTexts, before: string, after: string): CellsWriter {
  const writers = group.map(({ variable }) => ({ variable, cells: texts.cells(variable) }))
  const known: (Uint8Array | undefined)[] = []
  return (batch, record) => {
    let place = 0
    for (const { variable, places, count } of group) {
      const own = places[fieldCode(batch, record, variable.field)] ?? -1
      place = own < 0 || place < 0 ? -1 : place * count + own
    }
    const found = known[place]
    if (found) return found
    const made = writers.map(({ variable, cells }) =>
      cellsOf(variable, fieldCode(batch, record, variable.field), cells),
    )
    const bytes = Buffer.from(`${before}${made.join('')}${after}`)
    known[place] = bytes
    return bytes
  }
}

/** Short texts are copied faster one by one. */
const shortBytes = 24

function copy(bytes: Uint8Array, target: Uint8Array, at: number): number {
  if (bytes.length > shortBytes) target.set(bytes, at)
  else for (let place = 0; place < bytes.length; place += 1) target[at + place] = bytes[place] ?? 0
  return at + bytes.length
}

/**
 * A header and all rows, in pieces: what opens a row, the record's number, what follows it, the cells of every variable in the order
 * of the file, what closes it. Throws on a record that cannot be released: see `cellsOf`.
 */
export function* rowPieces(
  header: string,
  batches: RecordBatches,
  { layout, variables }: FileShape,
  texts: RowTexts,
): Generator<Uint8Array> {
  const groups = groupsOf(variables)
  const writers = groups.map((group, place) =>
    cellsWriter(
      group,
      texts,
      place === 0 ? texts.afterNumber : '',
      place === groups.length - 1 ? texts.close : '',
    ),
  )
  let piece = Buffer.allocUnsafe(pieceBytes)
  let filled = piece.write(header)
  let number = 0
  for (const batch of batches) {
    for (let record = 0; record < batch.length; record += layout.size) {
      if (filled + rowBytes > pieceBytes) {
        yield piece.subarray(0, filled)
        piece = Buffer.allocUnsafe(pieceBytes)
        filled = 0
      }
      number += 1
      filled += piece.write(texts.open + number, filled, 'latin1')
      for (const write of writers) filled = copy(write(batch, record), piece, filled)
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}
