import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingKindsOf } from '@/lib/export/cells'
import { codedAnswers, missingCodes } from '@/lib/export/codes'
import { answerLabel, columnLabel } from '@/lib/export/labels'
import { responsesCsv } from '@/lib/export/responses-csv'
import { delimiterFor, responsesExcel } from '@/lib/export/responses-excel'
import { responsesJsonl } from '@/lib/export/responses-jsonl'
import { responsesParquet } from '@/lib/export/responses-parquet'
import { recordColumn, waveColumn, type Column } from '@/lib/export/variables'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import {
  editionOf,
  englishWords,
  exportWords,
  frenchWords,
  inBatches,
  isMissing,
  packed,
  setCode,
  shape,
  someRecords,
  whole,
  wholeBytes,
  type Said,
  type WordedRecord,
} from '../../../support/edition'

const { columns, variables } = shape
const wave = '2025-12'

const arbitrarySaid = variables.map((variable) => {
  const { name, kind, options } = variable
  const sharing = options.filter((option) => !exclusiveOptions.has(option))
  const missing = fc.constantFrom(...missingKindsOf(variable)).map((reason) => ({ missing: reason }))
  const answer: fc.Arbitrary<Said> =
    kind === 'single'
      ? fc.constantFrom(...options)
      : fc.oneof(fc.constant(options.slice(-1)), fc.subarray(sharing, { minLength: 1 }))
  return fc
    .oneof({ weight: 1, arbitrary: missing }, { weight: 2, arbitrary: answer })
    .map((said) => [name, said] as const)
})
const arbitraryRecords = fc
  .array(fc.tuple(...arbitrarySaid), { maxLength: 8 })
  .map((list) => list.map((said, place): WordedRecord => ({ number: place + 1, said: new Map(said) })))

/** What a record is expected to have in a column of coded answers. */
function expectedCell({ said }: WordedRecord, { variable, option }: Column): string {
  const own = said.get(variable.name) ?? expect.fail()
  if (isMissing(own)) return missingCodes[own.missing]
  if (option !== null) return own.includes(option) ? '1' : '0'
  return String(codedAnswers(variable.options).find(({ id }) => id === own)?.code)
}
const expectedRow = (record: WordedRecord) => columns.map((column) => expectedCell(record, column))

async function parquetRows(bytes: Buffer): Promise<Record<string, unknown>[]> {
  const file = Uint8Array.from(bytes).buffer
  return parquetReadObjects({ file })
}

test('responses.csv tells every answer, and tells the three reasons of having none apart', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const rows: string[][] = parse(whole(responsesCsv(inBatches(records, 3), shape, wave)))
      expect(rows.slice(1)).toEqual(
        records.map((record) => [String(record.number), wave, ...expectedRow(record)]),
      )
    }),
    { numRuns: 50 },
  )
})

test('responses.jsonl tells the same with the ids of the catalogue', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const text = whole(responsesJsonl(inBatches(records, 3), shape, wave))
      const lines = text.split('\n').slice(0, -1)
      expect(lines.map((line): unknown => JSON.parse(line))).toEqual(
        records.map(({ number, said }) => ({
          [recordColumn]: number,
          [waveColumn]: wave,
          ...Object.fromEntries(
            [...said].map(([name, own]) => {
              if (!isMissing(own)) return [name, own]
              return [name, own.missing === 'unanswered' ? null : own.missing]
            }),
          ),
        })),
      )
    }),
    { numRuns: 50 },
  )
})

test('responses.parquet tells the same as responses.csv, to another reader, over several groups of records', async () => {
  const records = someRecords(20_000)
  const rows = await parquetRows(wholeBytes(responsesParquet(inBatches(records), shape, wave)))
  expect(Object.keys(rows[0] ?? {})).toEqual([recordColumn, waveColumn, ...columns.map(({ name }) => name)])
  expect(rows).toHaveLength(records.length)
  for (const [place, record] of records.entries()) {
    const cells = expectedRow(record).map((cell) => (cell === '' ? null : Number(cell)))
    expect(Object.values(rows[place] ?? {})).toEqual([record.number, wave, ...cells])
  }
})

test('a file of nobody is a file', async () => {
  expect(await parquetRows(wholeBytes(responsesParquet([], shape, wave)))).toEqual([])
  expect(parse(whole(responsesCsv([], shape, wave)))).toHaveLength(1)
})

describe.each([
  [frenchWords, ';', 'vague 2025-12', 'vague 2025-12 (réponses inventées)'],
  [englishWords, ',', 'wave 2025-12', 'wave 2025-12 (made-up responses)'],
])('the file for spreadsheets', (words, delimiter, waveText, madeUp) => {
  const records = someRecords(60)
  const written = (isDemo: boolean) =>
    whole(responsesExcel(inBatches(records), editionOf(records.length, { isDemo }), shape, words))
  const rowsOf = (text: string): string[][] => parse(text, { delimiter, bom: true })

  test(`has words in every cell, and "${delimiter}" between them`, () => {
    const text = written(false)
    expect(text.startsWith(`\ufeff${words.export.record}${delimiter}`)).toBe(true)
    expect(text).not.toContain('sep=')
    expect(delimiterFor(words.language)).toBe(delimiter)
    const [header = [], ...rows] = rowsOf(text)
    expect(header.slice(2)).toEqual(columns.map((column) => columnLabel(column, words)))
    expect(new Set(header).size).toBe(header.length)
    const expected = records.map(({ number, said }) => [
      String(number),
      waveText,
      ...columns.map(({ variable, option }) => {
        const own = said.get(variable.name) ?? expect.fail()
        if (isMissing(own)) return own.missing === 'unanswered' ? '' : words.export.missing[own.missing]
        if (option === null) return answerLabel(variable, String(own), words)
        return own.includes(option) ? words.export.chosen : words.export.notChosen
      }),
    ])
    expect(rows).toEqual(expected)
  })

  test('says in every row that responses are made up', () => {
    expect(new Set(rowsOf(written(true)).map(([, cell]) => cell))).toEqual(
      new Set([words.export.wave, madeUp]),
    )
  })
})

/** The files, each from records that are packed already. */
const files: Readonly<Record<string, (batches: Iterable<Uint8Array>) => Buffer>> = {
  'responses.csv': (batches) => wholeBytes(responsesCsv(batches, shape, wave)),
  'responses-excel-fr.csv': (batches) =>
    wholeBytes(responsesExcel(batches, editionOf(0), shape, exportWords[0])),
  'responses.jsonl': (batches) => wholeBytes(responsesJsonl(batches, shape, wave)),
  'responses.parquet': (batches) => wholeBytes(responsesParquet(batches, shape, wave)),
}

test.each(Object.entries(files))('%s is the same whatever the batches', (_, write) => {
  const records = someRecords(3000)
  const expected = write([packed(records)])
  for (const size of [1, 7, 2999]) expect(write(inBatches(records, size)).equals(expected)).toBe(true)
})

test('rows come in pieces', () => {
  expect([...responsesJsonl(inBatches(someRecords(3000)), shape, wave)].length).toBeGreaterThan(5)
})

describe('what must not leave', () => {
  /** A record in which nothing is answered but this. */
  function answering(name: string, code: number): Uint8Array {
    const bytes = packed([{ number: 1, said: new Map() }])
    setCode(bytes, 0, name, code)
    return bytes
  }

  test.each([
    ['a value that the scheme does not have', 'any_use', 4],
    ['what stands for not asked in a column of the scheme', 'age_band', 0xfe],
    ['an option that the item does not have', 'trust_teleconsultation', 6],
    ['a byte that stands for nothing', 'humanSupport', 0xfd],
    ['what stands for not applying where everyone is asked', 'humanSupport', 0xff],
    ['an option that a multiple choice does not have', 'topicsUsed', 0x80_00],
    ['half of what stands for not applying', 'topicsUsed', 0xff_00],
    ['options that exclude each other', 'topicsUsed', 0b10_0000_0001],
  ])('is refused, also after good records, without repeating it: %s', (_, name, code) => {
    for (const write of Object.values(files)) {
      for (const before of [0, 5]) {
        const batch = Uint8Array.from([...packed(someRecords(before)), ...answering(name, code)])
        expect(() => write([batch])).toThrow(
          new Error(`a record of the edition has a code of ${name} that cannot be released`),
        )
      }
    }
  })
})
