import { describe, expect, it } from 'vitest'
import { readBase } from '@/lib/import/cells/base'
import { readDay } from '@/lib/import/cells/day'
import { countOf, numberOf } from '@/lib/import/cells/number-text'
import { readPercent } from '@/lib/import/cells/percent'
import { plain, splitMark } from '@/lib/import/plain'
import { emptyCell, textCell } from '@/lib/import/table/table'

describe('numbers', () => {
  it.each([
    ['48', 48],
    ['48,5', 48.5],
    ['48.5', 48.5],
    ['0,0', 0],
    ['1 003', 1003],
    ['1\u202f003,25', 1003.25],
    ['1’003', 1003],
    ['-3', -3],
    ['−3', -3],
    ['\ufeff48', 48],
  ])('%j is %d', (text, number) => {
    expect(numberOf(text)).toBe(number)
  })

  it.each([
    '',
    ' ',
    '1e1',
    '0x1',
    'NaN',
    'Infinity',
    '4 8',
    '1 0003',
    '48,',
    ',5',
    '4,8,5',
    '٤٨',
    '48%',
    '+3',
  ])('%j is none', (text) => {
    expect(numberOf(text)).toBeNull()
  })

  it.each([
    ['1.003', 1003],
    ['1,003', 1003],
    ['1 003', 1003],
    ['12.5', null],
    ['1003', 1003],
    ['12345678901234567890', null],
  ])('%j counts %j people', (text, count) => {
    expect(countOf(text)).toBe(count)
  })
})

const percentOf = (text: string) => {
  const reading = readPercent(textCell(text))
  return 'problem' in reading ? reading.problem.code : reading.value.percent
}

describe('percentages', () => {
  it.each([
    ['25 %', 25],
    ['25%', 25],
    ['25 pour cent', 25],
    ['25 percent', 25],
    ['25\u00a0%\u200b', 25],
    ['25 %*', 25],
    ['25 (12)', 25],
    ['25 AB', 25],
    ['25 % b', 25],
    ['100', 100],
    ['100,1', 'outOfRange'],
    ['-1', 'outOfRange'],
    ['-0', 0],
    ['≤ 1', 'belowRounding'],
    ['**', 'belowRounding'],
    ['–', 'noValue'],
    ['N/A', 'noValue'],
    ['ne se prononce pas', 'noValue'],
    ['2025-12-11', 'dateValue'],
    ['12–14', 'severalNumbers'],
    ['12 to 14', 'severalNumbers'],
    ['beaucoup', 'notANumber'],
    ['', 'emptyValue'],
    ['\u200b', 'emptyValue'],
  ])('%j is %j', (text, expected) => {
    expect(percentOf(text)).toBe(expected)
  })

  it('a share between 0 and 1 is doubtful, unless a sign says that it is a percentage', () => {
    expect(readPercent(textCell('0,5'))).toMatchObject({ warnings: [{ code: 'shareOrPercent' }] })
    expect(readPercent(textCell('0,5 %'))).toMatchObject({ warnings: [] })
    expect(readPercent({ ...emptyCell, kind: 'percent', number: 0.5, text: '0.5 %' })).toMatchObject({
      warnings: [],
    })
    expect(readPercent(textCell('1'))).toMatchObject({ warnings: [] })
    expect(readPercent(textCell('0'))).toMatchObject({ warnings: [] })
  })

  it('zero has no sign', () => {
    expect(readPercent(textCell('-0,0'))).toEqual({
      value: { percent: 0, qualifier: null },
      warnings: [{ code: 'negativeZero', values: { found: '-0,0' } }],
    })
  })
})

describe('days', () => {
  it.each([
    ['2025-12-11', '2025-12-11'],
    ['2025-12-11T08:00:00', '2025-12-11'],
    ['31/12/2025', '2025-12-31'],
    ['31.12.2025', '2025-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['45973', '2025-11-12'],
    ['32874', '1990-01-01'],
    ['73050', '2099-12-31'],
    ['', null],
  ])('%j is %j', (text, day) => {
    expect(readDay(textCell(text))).toMatchObject({ value: day })
  })

  it.each([
    ['29/02/2025', 'badDay'],
    ['2025-13-01', 'badDay'],
    ['12/31/2025', 'monthFirst'],
    ['11/12/25', 'badDay'],
    ['99999', 'badDay'],
    ['0000-01-01', 'badDay'],
    ['1989-12-31', 'badDay'],
    ['2100-01-01', 'badDay'],
    ['32873', 'badDay'],
    ['73051', 'badDay'],
  ])('%j is refused: %s', (text, code) => {
    expect(readDay(textCell(text))).toMatchObject({ problem: { code } })
  })

  it('a day that may be a month is doubtful', () => {
    expect(readDay(textCell('11/12/2025'))).toMatchObject({
      value: '2025-12-11',
      warnings: [{ code: 'dayFirst' }],
    })
    expect(readDay(textCell('12/12/2025'))).toMatchObject({ warnings: [] })
    expect(readDay(textCell('13/12/2025'))).toMatchObject({ warnings: [] })
  })

  it('a serial number with a time is its day', () => {
    expect(readDay({ ...emptyCell, kind: 'date', number: 45973.75, text: '45973.75' })).toMatchObject({
      value: '2025-11-12',
    })
  })
})

describe('bases', () => {
  it.each([
    ['1 003', 1003],
    ['n = 1003', 1003],
    ['Base : 1 003 personnes', 1003],
    ['(1003)', 1003],
    ['(n=1 003)', 1003],
    ['1003*', 1003],
    ['', null],
  ])('%j is %j', (text, base) => {
    expect(readBase(textCell(text))).toMatchObject({ value: base })
  })

  it.each(['0', '-5', '10,5', 'beaucoup'])('%j is refused', (text) => {
    expect(readBase(textCell(text))).toMatchObject({ problem: { code: 'badCount', values: { found: text } } })
  })
})

describe('what stands around words', () => {
  it.each([
    ['Téléconsultation¹', 'Téléconsultation', '¹'],
    ['Téléconsultation (1) ', 'Téléconsultation', '(1)'],
    ['Téléconsultation [a]*', 'Téléconsultation', '[a]*'],
    ['Ensemble (2025)', 'Ensemble (2025)', ''],
    ['*', '*', ''],
    ['CO₂', 'CO₂', ''],
  ])('the footnote of %j', (given, text, mark) => {
    expect(splitMark(given)).toEqual({ text, mark })
  })

  it.each([
    ['  Énoncé\u00a0(FR) ', 'enonce fr'],
    ['Part (%)²', 'part %'],
    ['sharePercent', 'share percent'],
    ['field_start', 'field start'],
    ['L’Œuvre', 'l oeuvre'],
    ['Moins de 35\u200bans', 'moins de 35ans'],
  ])('%j is compared as %j', (given, expected) => {
    expect(plain(given)).toBe(expected)
  })
})
