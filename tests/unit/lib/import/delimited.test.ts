import { describe, expect, it } from 'vitest'
import { readDelimited } from '@/lib/import/table/delimited'

function read(text: string) {
  const found = readDelimited(text)
  if ('code' in found) return found
  return { ...found, rows: found.rows.map(({ line, cells }) => [line, ...cells.map((cell) => cell.text)]) }
}

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])(
    'have the numbers of an editor with the end %j, whatever is between them',
    (end) => {
      const text = ['a;b', '', '"one', '', 'two";2', ';', '   ', 'c;d', ''].join(end)
      expect(read(text)).toEqual({
        separator: ';',
        rows: [
          [1, 'a', 'b'],
          [3, 'one\n\ntwo', '2'],
          [8, 'c', 'd'],
        ],
      })
    },
  )

  it('are counted from the one that names the separator', () => {
    expect(read('sep=,\na;x,b\n')).toEqual({ separator: ',', rows: [[2, 'a;x', 'b']] })
  })

  it('tell where a quotation mark opens that never closes', () => {
    expect(read('a;b\n\n\n"c;d\ne;f\n')).toMatchObject({ code: 'openQuote', line: 4 })
    expect(read('"a;b\nc;d')).toMatchObject({ code: 'openQuote', line: 1 })
  })

  it('keep quotation marks in the midst of a text', () => {
    expect(read('an 5" screen;"say ""so"""\n')).toMatchObject({ rows: [[1, 'an 5" screen', 'say "so"']] })
  })
})

describe('the separator', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5', ';'],
    ['a\tb\n1,5\t2;5', '\t'],
    ['Table 1, 2 and 3; for all\na,b,c\n1,2,3\n4,5,6', ','],
    ['a,b\n"x;y;z;w",1\n"x;y;z;w",2', ','],
  ])('of %j is %j', (text, separator) => {
    expect(read(text)).toMatchObject({ separator })
  })
})
