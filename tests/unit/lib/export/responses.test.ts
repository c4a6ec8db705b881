import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionsOf } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { codedAnswers, missingCodes } from '@/lib/export/codes'
import { answerColumns, columnsOf, recordColumn, variableName } from '@/lib/export/columns'
import { columnLabel } from '@/lib/export/labels'
import { notApplicable, usedNowAnswers, type ReleasedAnswer, type ReleaseRecord } from '@/lib/export/record'
import { responsesCsv } from '@/lib/export/responses-csv'
import { responsesExcel } from '@/lib/export/responses-excel'
import { responsesJsonl } from '@/lib/export/responses-jsonl'
import { exportWords, inBatches, levelsWith, mixedLevels, someRecords, whole } from '../../../support/release'

const arbitraryRecords = fc
  .array(
    fc.record(
      Object.fromEntries(
        items.map((item) => {
          const options = mixedLevels[item.id] === 'usedNow' ? usedNowAnswers : optionsOf(item)
          const answer: fc.Arbitrary<ReleasedAnswer> =
            item.kind === 'single' ? fc.constantFrom(...options) : fc.subarray([...options], { minLength: 1 })
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

test('responses.csv tells every answer, and tells the three reasons of having none apart', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRecords, async (records) => {
      const rows: string[][] = parse(await whole(responsesCsv(inBatches(records, 3), mixedLevels)))
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

test('responses.jsonl tells the same with the ids of the catalogue', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRecords, async (records) => {
      const text = await whole(responsesJsonl(inBatches(records, 3), mixedLevels))
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

test('the file for spreadsheets begins with its mark, and has words in as many cells as responses.csv', async () => {
  const records = someRecords(40)
  const text = await whole(responsesExcel(inBatches(records), mixedLevels, exportWords.fr))
  expect(text.startsWith('\ufeffNuméro de ligne;')).toBe(true)
  expect(text).not.toContain('sep=')
  const [header = [], ...rows]: string[][] = parse(text, { delimiter: ';', bom: true })
  expect(header.slice(1)).toEqual(answerColumns.map((column) => columnLabel(column, exportWords.fr)))
  expect(new Set(header).size).toBe(header.length)
  const coded: string[][] = parse(await whole(responsesCsv(inBatches(records), mixedLevels)))
  expect(rows.map((row) => row.map((cell) => cell === ''))).toEqual(
    coded.slice(1).map((row) => row.map((cell) => cell === missingCodes.unanswered)),
  )
})

describe('nothing but what may leave', () => {
  const formats = [
    (records: readonly ReleaseRecord[]) => whole(responsesCsv([records], mixedLevels)),
    (records: readonly ReleaseRecord[]) => whole(responsesExcel([records], mixedLevels, exportWords.fr)),
    (records: readonly ReleaseRecord[]) => whole(responsesJsonl([records], mixedLevels)),
  ]
  const withheld = items.find(({ id }) => mixedLevels[id] === 'withheld') ?? expect.fail()
  const coarse = items.find(({ id }) => mixedLevels[id] === 'usedNow') ?? expect.fail()
  const multiple = items.find(({ kind }) => kind === 'multiple') ?? expect.fail()

  test('what a record has besides is not written, nor is an answer that is withheld', async () => {
    const plain: ReleaseRecord = { number: 1, answers: {} }
    const laden = {
      ...plain,
      id: 'secret-id',
      week: '2026-W10',
      answers: { [withheld.id]: 'anything at all', receiptHash: 'secret-hash' } as ReleaseRecord['answers'],
    }
    for (const write of formats) expect(await write([laden])).toBe(await write([plain]))
  })

  test.each([
    ['an exact answer where only use now is told', { [coarse.id]: optionsOf(coarse)[0] }],
    ['an option of no item', { [multiple.id]: ['secret'] }],
    ['a single option for a multiple choice', { [multiple.id]: optionsOf(multiple)[0] }],
    ['no option of a multiple choice', { [multiple.id]: [] }],
    ['a list for a single choice', { [coarse.id]: ['usedNow'] }],
    ['an answer for its place in an object', { [coarse.id]: 'toString' }],
  ])('refused without repeating it: %s', async (_, answers) => {
    for (const write of formats) {
      await expect(write([{ number: 1, answers }])).rejects.toThrow(
        /^a record of the release has an answer to \S+ that/,
      )
    }
  })
})

test('levels are of the file and not of the row: an item that is told has no cell of a withheld one', async () => {
  const levels = levelsWith({})
  const rows: string[][] = parse(await whole(responsesCsv(inBatches(someRecords(50, levels)), levels)))
  expect(rows.slice(1).flatMap((row) => row.slice(1))).not.toContain(missingCodes.withheld)
  expect(columnsOf(items[0])).toHaveLength(1)
})
