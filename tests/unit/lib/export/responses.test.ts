import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionsOf } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { codedAnswers, missingCodes } from '@/lib/export/codes'
import { answerColumns, columnsOf, recordColumn, variableName } from '@/lib/export/columns'
import { answerLabel, columnLabel } from '@/lib/export/labels'
import { usedNowAnswers } from '@/lib/export/record'
import { responsesCsv } from '@/lib/export/responses-csv'
import { responsesExcel } from '@/lib/export/responses-excel'
import { responsesJsonl } from '@/lib/export/responses-jsonl'
import {
  countOf,
  exportWords,
  inBatches,
  levelsWith,
  mixedLevels,
  notApplicable,
  packed,
  setCode,
  someRecords,
  whole,
  type ReleasedAnswer,
  type ReleaseRecord,
} from '../../../support/release'

const arbitraryRecords = fc
  .array(
    fc.record(
      Object.fromEntries(
        items.map((item) => {
          const options = mixedLevels[item.id] === 'usedNow' ? usedNowAnswers : optionsOf(item)
          const sharing = options.filter((option) => !exclusiveOptions.has(option))
          const answer: fc.Arbitrary<ReleasedAnswer> =
            item.kind === 'single'
              ? fc.constantFrom(...options)
              : fc.oneof(fc.constant(options.slice(-1)), fc.subarray([...sharing], { minLength: 1 }))
          return [item.id, fc.oneof(fc.constantFrom(null, notApplicable), answer)]
        }),
      ),
      { requiredKeys: [] },
    ),
  )
  .map((list) => list.map((answers, place): ReleaseRecord => ({ number: place + 1, answers })))

/** What a record is expected to have in a column of coded answers. */
function expectedCell({ answers }: ReleaseRecord, { item, option }: (typeof answerColumns)[number]): string {
  if (mixedLevels[item.id] === 'withheld') return '99'
  const answer = answers[item.id] ?? null
  if (answer === null) return ''
  if (answer === notApplicable) return '97'
  if (option !== null) return answer.includes(option) ? '1' : '0'
  return String(codedAnswers(item, mixedLevels[item.id]).find(({ id }) => id === answer)?.code)
}

test('responses.csv tells every answer, and tells the three reasons of having none apart', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const rows: string[][] = parse(whole(responsesCsv(inBatches(records, 3), mixedLevels)))
      expect(rows.slice(1)).toEqual(
        records.map((record) => [
          String(record.number),
          ...answerColumns.map((column) => expectedCell(record, column)),
        ]),
      )
    }),
    { numRuns: 50 },
  )
})

test('responses.jsonl tells the same with the ids of the catalogue', () => {
  fc.assert(
    fc.property(arbitraryRecords, (records) => {
      const text = whole(responsesJsonl(inBatches(records, 3), mixedLevels))
      const lines = text
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line))
      expect(lines).toEqual(
        records.map(({ number, answers }) => ({
          [recordColumn]: number,
          ...Object.fromEntries(
            items.map((item) => {
              const answer = answers[item.id] ?? null
              const inOrder = Array.isArray(answer)
                ? optionsOf(item).filter((option) => answer.includes(option))
                : answer
              return [variableName(item.id), mixedLevels[item.id] === 'withheld' ? 'withheld' : inOrder]
            }),
          ),
        })),
      )
    }),
    { numRuns: 50 },
  )
})

test('the file for spreadsheets begins with its mark, and has words in as many cells as responses.csv', () => {
  const records = someRecords(40)
  const text = whole(responsesExcel(inBatches(records), mixedLevels, exportWords.fr))
  expect(text.startsWith('\ufeffNuméro de ligne;')).toBe(true)
  expect(text).not.toContain('sep=')
  const [header = [], ...rows]: string[][] = parse(text, { delimiter: ';', bom: true })
  expect(header.slice(1)).toEqual(answerColumns.map((column) => columnLabel(column, exportWords.fr)))
  expect(new Set(header).size).toBe(header.length)
  const coded: string[][] = parse(whole(responsesCsv(inBatches(records), mixedLevels)))
  expect(rows.map((row) => row.map((cell) => cell === ''))).toEqual(
    coded.slice(1).map((row) => row.map((cell) => cell === missingCodes.unanswered)),
  )
})

/** The three files, each from records that are packed already. */
const files = {
  'responses.csv': (batches: Iterable<Uint8Array>) => whole(responsesCsv(batches, mixedLevels)),
  'responses-excel-fr.csv': (batches: Iterable<Uint8Array>) =>
    whole(responsesExcel(batches, mixedLevels, exportWords.fr)),
  'responses.jsonl': (batches: Iterable<Uint8Array>) => whole(responsesJsonl(batches, mixedLevels)),
}
const write = Object.values(files)

describe('every count of the records', () => {
  const records = someRecords(3000)
  const told = items.filter(({ id }) => mixedLevels[id] !== 'withheld')
  const codedIn = (item: (typeof items)[number]) => codedAnswers(item, mixedLevels[item.id])

  test.each([
    ['responses.csv', ',', '1', '97', ({ code }: { code: number }) => String(code)],
    [
      'responses-excel-fr.csv',
      ';',
      exportWords.fr.export.chosen,
      exportWords.fr.export.missing.notApplicable,
      ({ id }: { id: string }, item: (typeof items)[number]) => answerLabel(item, id, exportWords.fr),
    ],
  ] as const)('is in %s', (name, delimiter, chosen, doesNotApply, said) => {
    const [, ...rows]: string[][] = parse(files[name](inBatches(records, 700)), { delimiter, bom: true })
    expect(rows.map(([number]) => number)).toEqual(records.map(({ number }) => String(number)))
    for (const [place, { item, option }] of answerColumns.entries()) {
      if (!told.includes(item)) continue
      const found = (text: string) => rows.filter((row) => row[place + 1] === text).length
      expect([item.id, found(doesNotApply)]).toEqual([item.id, countOf(records, item.id, notApplicable)])
      if (option !== null)
        expect([option, found(chosen)]).toEqual([option, countOf(records, item.id, option)])
      else {
        for (const answer of codedIn(item)) {
          const count = countOf(records, item.id, answer.id)
          expect([item.id, answer.id, found(said(answer, item))]).toEqual([item.id, answer.id, count])
        }
      }
    }
  })

  test('is in responses.jsonl', () => {
    const lines = files['responses.jsonl'](inBatches(records, 700)).trimEnd().split('\n')
    const rows = lines.map((line) => JSON.parse(line) as Readonly<Record<string, string | string[] | null>>)
    expect(rows.map((row) => row[recordColumn])).toEqual(records.map(({ number }) => number))
    for (const item of told) {
      const found = (id: string) =>
        rows.filter((row) => [row[variableName(item.id)]].flat().includes(id)).length
      for (const { id } of [...codedIn(item), { id: notApplicable }]) {
        expect([item.id, id, found(id)]).toEqual([item.id, id, countOf(records, item.id, id)])
      }
    }
  })
})

test('a file is the same whatever the batches and however many pieces it comes in', () => {
  const records = someRecords(3000)
  expect([...responsesCsv(inBatches(records), mixedLevels)].length).toBeGreaterThan(1)
  for (const file of write) {
    const text = file(inBatches(records, 3000))
    expect(file(inBatches(records, 1))).toBe(text)
    const unequal = [packed(records.slice(0, 1000)), new Uint8Array(), packed(records.slice(1000))]
    expect(file(unequal)).toBe(text)
  }
})

describe('nothing but what may leave', () => {
  const idAt = (level: string, kind: string) =>
    (items.find((item) => mixedLevels[item.id] === level && item.kind === kind) ?? expect.fail()).id
  const withheld = idAt('withheld', 'single')
  const coarse = idAt('usedNow', 'single')
  const exact = idAt('options', 'single')
  const several = idAt('options', 'multiple')

  /** A record that answers nothing but this. */
  const answering = (id: ItemId, code: number) => {
    const record = packed([{ number: 1, answers: {} }])
    setCode(record, 0, id, code)
    return record
  }

  test('what stands in place of an answer that is withheld is not written', () => {
    for (const file of write) {
      const empty = file([answering(withheld, 0)])
      for (const code of [1, 2, 0x77, 0xff]) expect(file([answering(withheld, code)])).toBe(empty)
    }
  })

  test.each([
    ['an exact answer where only use now is told', coarse, 3],
    ['an option that the item does not have', exact, 0x06],
    ['a byte that stands for nothing', exact, 0xfe],
    ['an option that a multiple choice does not have', several, 0x80_00],
    ['half of what stands for not asked', several, 0xff_00],
    ['options that exclude each other', several, 0b10_0000_0001],
  ])('refused, also after good records, without repeating it: %s', (_, id, code) => {
    for (const file of write) {
      for (const before of [0, 5]) {
        const batch = Uint8Array.from([...packed(someRecords(before)), ...answering(id, code)])
        expect(() => file([batch])).toThrow(
          new Error(`a record of the release has an answer to ${id} that cannot be released`),
        )
      }
    }
  })
})

test('levels are of the file and not of the row: an item that is told has no cell of a withheld one', () => {
  const levels = levelsWith({})
  const rows: string[][] = parse(whole(responsesCsv(inBatches(someRecords(50, levels)), levels)))
  expect(rows.slice(1).flatMap((row) => row.slice(1))).not.toContain(missingCodes.withheld)
  expect(columnsOf(items[0])).toHaveLength(1)
})
