import { describe, expect, test } from 'vitest'
import { cellsOf, type CellTexts } from '@/lib/export/cells'
import type { Variable } from '@/lib/export/variables'
import { shape } from '../../../support/edition'

/** What a code says, in plain words. */
const plain: CellTexts = {
  single: ({ id }) => id,
  multiple: (chosen) => chosen.join('+'),
  missing: (kind) => `(${kind})`,
}

/** What a variable's codes say, every code that its bytes can hold. Refused ones are absent. */
function written(variable: Variable): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  const refusals = new Set<string>()
  for (let code = 0; code < 256 ** variable.field.bytes; code += 1) {
    try {
      texts.set(code, cellsOf(variable, code, plain))
    } catch (error) {
      refusals.add(String(error))
    }
  }
  expect([...refusals]).toEqual([
    `Error: a record of the edition has a code of ${variable.name} that cannot be released`,
  ])
  return texts
}

const isConditional = ({ field }: Variable) => 'item' in field && field.item.shownWhen !== null
const variables = shape.variables
const items = variables.filter(({ field }) => 'item' in field)

describe('the codes that are written, of all that there are', () => {
  test.each(variables.filter(({ field }) => 'column' in field))('values of $name', (variable) => {
    const values = variable.options.map((id, place) => [place + 1, id] as const)
    expect([...written(variable)]).toEqual([[0, '(unanswered)'], ...values])
  })

  test.each(items.filter(({ kind }) => kind === 'single'))('options of $name', (variable) => {
    expect([...written(variable)]).toEqual([
      [0, '(unanswered)'],
      ...variable.options.map((id, place) => [place + 1, id] as const),
      [0xfe, '(notAsked)'],
      ...(isConditional(variable) ? [[0xff, '(notApplicable)'] as const] : []),
    ])
  })

  test.each(items.filter(({ kind }) => kind === 'multiple'))(
    'choices of $name: any of its options but "none", or "none" alone',
    (variable) => {
      const texts = written(variable)
      const { options } = variable
      const none = options.indexOf('none')
      const together = none === -1 ? options.length : options.length - 1
      expect(texts.size).toBe(1 + (2 ** together - 1) + (none === -1 ? 0 : 1) + 2)
      expect([texts.get(0), texts.get(0xff_fe), texts.get(0xff_ff)]).toEqual([
        '(unanswered)',
        '(notAsked)',
        '(notApplicable)',
      ])
      for (const [place, option] of options.entries()) expect(texts.get(1 << place)).toBe(option)
      expect(texts.get(0b11)).toBe(`${options[0]}+${options[1]}`)
      if (none > 0) expect(texts.has((1 << none) | 1)).toBe(false)
    },
  )
})
