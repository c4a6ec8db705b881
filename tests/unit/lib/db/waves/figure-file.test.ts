import { expect, test } from 'vitest'
import { parseFigureFile } from '@/lib/db/waves/figure-file'
import { plainRecord } from '@/tests/support/import/records'

const source = { id: 'dsih-6110', publisher: 'p', title: 't', url: 'https://a.fr', publishedOn: '2025-12-15' }
const header = 'code,population,value,qualifier,passage,time_frame'
const good = 'usage.any,french,48,exact,growing use,now'

const read = (...lines: readonly string[]) =>
  parseFigureFile(new TextEncoder().encode(lines.join('\n')), 'figures.csv', [source])

test('figures of the project are read by the rules for every file', () => {
  expect(read(header, good)).toEqual([{ ...plainRecord, timeFrame: 'now' }])
})

test.each([
  ['what is wrong', [header, 'usage.any,french,148,exact,p,now'], 'line 2, value: outOfRange'],
  ['what is doubtful', [`${header},base_n`, `${good},30`], 'line 2, base_n: smallBase'],
  ['what is wrong with the whole file', ['code,population', 'usage.any,french'], 'the file'],
])('%s is refused, with its place', (_, lines, problem) => {
  expect(() => read(...lines)).toThrow(
    expect.objectContaining({ name: 'DataFileError', message: expect.stringContaining(problem) as string }),
  )
})
