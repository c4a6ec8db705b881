import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOfForm } from '@/lib/import/form-file'
import { formOfRecord } from '@/lib/import/form-of-record'
import { isAccepted, recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { figureRecord, type FigureRecord } from '@/lib/waves/figure-record'
import { context } from '@/tests/support/import/context'
import { records } from '@/tests/support/import/records'

/** A form has one line for each text. */
const inLines = (record: FigureRecord): FigureRecord =>
  figureRecord.parse(
    JSON.parse(JSON.stringify(record), (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : value,
    ),
  )

test('the form of a refused line begins with what the line holds', () => {
  const titles = 'code,population,value,qualifier,passage,statement_fr'
  const file = readFigureFile(
    new TextEncoder().encode(`${titles}\nmood.good,Français,<1,environ,p. 3,vont bien`),
    context,
  )
  const [line] = file.lines
  if (line === undefined || isAccepted(line)) throw new Error('the line is not refused')
  expect(line.problems.map(({ code }) => code)).toEqual(['belowRounding', 'oneLanguage'])
  expect(line.typed).toMatchObject({
    code: 'mood.good',
    population: 'Français',
    value: '<1',
    qualifier: 'about',
    passage: 'p. 3',
    statement_fr: 'vont bien',
    statement_en: '',
    status: 'published',
  })
})

test('a figure that is put into a form, and read again, is the same', () => {
  fc.assert(
    fc.property(records, ([record]) => {
      if (record === undefined) throw new Error('there is no record')
      const typed = inLines(record)
      const file = readFigureFile(fileOfForm(formOfRecord(typed)), context)
      expect(file.problems).toEqual([])
      expect(recordsOf(file.lines).map((each) => figureRecord.parse(each))).toEqual([typed])
    }),
  )
})
