import { describe, expect, it } from 'vitest'
import { populationCodes } from '@/lib/comparison/populations'
import { parseFigureFile } from '@/lib/db/waves/figure-file'

const source = (id: string) => ({
  id,
  publisher: 'p',
  title: 't',
  url: 'https://a.fr',
  publishedOn: '2025-12-15',
})
const context = { file: 'figures.csv', waveId: '2025-12', sources: [source('one')] }
const header = 'code,population,value,qualifier,passage'
const good = 'usage.any,french,48,exact,growing use'

function read(lines: readonly string[], sources = context.sources) {
  return parseFigureFile(lines.join('\n'), { ...context, sources })
}

function problemsOf(lines: readonly string[], sources = context.sources): unknown {
  try {
    return read(lines, sources)
  } catch (error) {
    return error instanceof Error && 'problems' in error ? error.problems : error
  }
}

describe('parseFigureFile', () => {
  it('reads figures, whatever the order of columns and the columns for people', () => {
    const figure = {
      waveId: '2025-12',
      indicator: 'usage.any',
      population: 'french',
      sharePercent: 48,
      qualifier: 'exact',
      status: 'published',
      timeFrame: null,
      passage: 'growing use',
      sourceId: 'one',
    }
    expect(read([header, good])).toEqual([figure])
    const other = [
      'statement,qualifier,value,population,code,passage',
      '"a, ""b""",exact,48.0,french,usage.any,growing use',
    ]
    expect(read(other)).toEqual([figure])
    expect(read([`\uFEFF${header}\r`, ` ${good} \r`, '\r', ''])).toEqual([figure])
  })

  it('reads which use a figure speaks of, one for each indicator', () => {
    const framed = (...frames: readonly string[]) => [
      `${header},time_frame`,
      ...frames.map((frame, index) => `usage.any,${populationCodes[index] ?? ''},48,exact,p,${frame}`),
    ]
    expect(read(framed('unclear', 'unclear'))).toMatchObject([
      { timeFrame: 'unclear' },
      { timeFrame: 'unclear' },
    ])
    expect(read(framed(''))).toMatchObject([{ timeFrame: null }])
    expect(problemsOf(framed('past'))).toEqual([
      'line 2, time_frame: "past" must be one of now, ever, unclear, or empty',
    ])
    expect(problemsOf(framed('now', 'ever'))).toEqual([
      'line 3, time_frame: must be the same for all lines of usage.any',
    ])
  })

  it.each([
    ['0', 0],
    ['100', 100],
    ['12.5', 12.5],
  ])('takes %s percent', (text, sharePercent) => {
    expect(read([header, `usage.any,french,${text},exact,p`])).toMatchObject([{ sharePercent }])
  })

  it.each(['', ' ', '-1', '100.1', '101', '1e1', '0x1', 'NaN', '48%', '48;5', 'null'])(
    'refuses "%s" percent',
    (text) => {
      expect(problemsOf([header, good, `usage.any,under_35,${text},exact,p`])).toEqual([
        `line 3, value: "${text.trim()}" must be a number from 0 to 100`,
      ])
    },
  )

  it('names every problem of every line', () => {
    const lines = [
      header,
      'usage.telepathy,martians,many,roughly,',
      good,
      '',
      'usage.any,french,49,exact,p',
      'usage.any,french,50',
      'usage.intend,french,50,exact,p,more',
    ]
    expect(problemsOf(lines)).toEqual([
      expect.stringMatching(/^line 2, code: "usage.telepathy" is no indicator/),
      expect.stringMatching(/^line 2, population: "martians" is no population/),
      'line 2, value: "many" must be a number from 0 to 100',
      'line 2, qualifier: "roughly" must be one of exact, about, more_than',
      'line 2, passage: "" must not be empty',
      'line 5, code: usage.any in french stands in line 3 already',
      'line 6: has 3 fields, and the header 5',
      'line 7: has 6 fields, and the header 5',
    ])
  })

  it.each(['constructor', 'toString', '__proto__'])('does not take %s for an indicator', (code) => {
    expect(problemsOf([header, `${code},french,1,exact,p`])).toEqual([
      expect.stringMatching(/^line 2, code: /),
    ])
  })

  it('reads the status, published unless it says otherwise', () => {
    const lines = [`${header},status`, `${good},`, 'usage.any,under_35,1,exact,p,disputed']
    expect(read(lines)).toMatchObject([{ status: 'published' }, { status: 'disputed' }])
    expect(problemsOf([`${header},status`, `${good},secret`])).toEqual([
      'line 2, status: "secret" must be one of published, disputed',
    ])
  })

  it('wants the source of each line where the wave has several', () => {
    const two = [source('one'), source('two')]
    expect(read([`${header},source`, `${good},two`], two)).toMatchObject([{ sourceId: 'two' }])
    expect(problemsOf([`${header},source`, `${good},three`], two)).toEqual([
      'line 2, source: "three" must be one of one, two',
    ])
    expect(problemsOf([header, good], two)).toEqual(['line 2, source: "" must be one of one, two'])
  })

  it('refuses a file that is no table of figures', () => {
    expect(problemsOf(['code,population,value', 'usage.any,french,1'])).toEqual([
      'line 1, qualifier: the column is missing',
      'line 1, passage: the column is missing',
    ])
    expect(problemsOf([])).toHaveLength(5)
    expect(problemsOf([header])).toEqual(['line 2: there are no figures'])
    expect(problemsOf([header, '"usage.any,french'])).toEqual([expect.stringMatching(/line 2/)])
  })
})
