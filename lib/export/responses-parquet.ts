import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { fieldCode } from '@/lib/disclosure/microdata/record-layout'
import { cellsOf, missingKindOf, type CellTexts } from './cells'
import { missingCodes } from './codes'
import type { FileShape } from './edition-file'
import type { RecordBatches } from './rows'
import { columnsOf, recordColumn, waveColumn, type Variable } from './variables'

/** Records that are written together: what memory holds at a time. */
const groupRecords = 8192

const codes: CellTexts = {
  single: ({ code }) => String(code),
  multiple: () => '',
  missing: (kind) => missingCodes[kind],
}

/** The numbers that the columns of a variable have for each of its codes, found when a code is first met; null: unanswered. */
function columnNumbers(variable: Variable): (code: number) => readonly (number | null)[] {
  const { kind, options } = variable
  const known = new Map<number, readonly (number | null)[]>()
  const made = (code: number): readonly (number | null)[] => {
    // Refuses what cannot be released.
    const text = cellsOf(variable, code, codes)
    if (kind === 'multiple' && missingKindOf(variable, code) === null) {
      return options.map((_, place) => (code >> place) & 1)
    }
    return columnsOf(variable).map(() => (text === '' ? null : Number(text)))
  }
  return (code) => {
    const before = known.get(code)
    if (before) return before
    const numbers = made(code)
    known.set(code, numbers)
    return numbers
  }
}

/** Columns of the same length, filled from the first record on, `filled` of it. */
interface Group {
  readonly columns: readonly (number | null)[][]
  readonly first: number
  readonly filled: number
}

function* groupsOf(batches: RecordBatches, { layout, variables }: FileShape): Generator<Group> {
  const readers = variables.map((variable) => ({ variable, numbersOf: columnNumbers(variable) }))
  const columns = variables.flatMap(columnsOf).map((): (number | null)[] => [])
  let first = 1
  let filled = 0
  for (const batch of batches) {
    for (let record = 0; record < batch.length; record += layout.size) {
      let column = 0
      for (const { variable, numbersOf } of readers) {
        for (const number of numbersOf(fieldCode(batch, record, variable.field))) {
          const place = columns[column]
          if (place) place[filled] = number
          column += 1
        }
      }
      filled += 1
      if (filled === groupRecords) {
        yield { columns, first, filled }
        first += filled
        filled = 0
      }
    }
  }
  if (filled > 0) yield { columns: columns.map((column) => column.slice(0, filled)), first, filled }
}

/**
 * `responses.parquet` (https://parquet.apache.org): the columns and the codes of `responses.csv`, as whole numbers; an unanswered item
 * is null. Written in groups of records: memory holds one. `wave`: see `waveOfRows`. Throws as the other files do.
 */
export function* responsesParquet(
  batches: RecordBatches,
  shape: FileShape,
  wave: string,
): Generator<Uint8Array> {
  const writer = new ByteWriter()
  const names = shape.columns.map(({ name }) => name)
  const parquet = new ParquetWriter({
    writer,
    codec: 'UNCOMPRESSED',
    statistics: false,
    createdBy: 'Miroir',
    schema: [
      { name: 'schema', num_children: names.length + 2 },
      { name: recordColumn, type: 'INT32', repetition_type: 'REQUIRED' },
      { name: waveColumn, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ...names.map(
        (name) => ({ name, type: 'INT32', converted_type: 'INT_8', repetition_type: 'OPTIONAL' }) as const,
      ),
    ],
  })
  const written = () => {
    const bytes = Uint8Array.from(writer.getBytes())
    writer.index = 0
    return bytes
  }
  for (const { columns, first, filled } of groupsOf(batches, shape)) {
    const numbers = Int32Array.from({ length: filled }, (_, place) => first + place)
    void parquet.write({
      rowGroupSize: filled,
      columnData: [
        { name: recordColumn, data: numbers, encoding: 'PLAIN', offsetIndex: false },
        { name: waveColumn, data: Array.from(numbers, () => wave), offsetIndex: false },
        ...names.map((name, place) => ({ name, data: columns[place] ?? [], offsetIndex: false })),
      ],
    })
    yield written()
  }
  void parquet.finish()
  yield written()
}
