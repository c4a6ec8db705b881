import { describe, expect, test } from 'vitest'
import { optionsOf } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { cellsOf, type CellTexts } from '@/lib/export/cells'
import type { ItemLevel } from '@/lib/export/record'

/** What a code says, in plain words. */
const plain: CellTexts = {
  single: ({ id }) => id,
  multiple: (chosen) => chosen.join('+'),
  missing: (kind) => `(${kind})`,
}

/** What an item's codes say at a level, every code that its bytes can hold. Refused ones are absent. */
function written(item: (typeof items)[number], level: ItemLevel): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  const refusals = new Set<string>()
  for (let code = 0; code < (item.kind === 'single' ? 0x100 : 0x1_00_00); code += 1) {
    try {
      texts.set(code, cellsOf(item, level, code, plain))
    } catch (error) {
      refusals.add(String(error))
    }
  }
  expect([...refusals].join('')).toBe(
    level === 'withheld'
      ? ''
      : `Error: a record of the release has an answer to ${item.id} that cannot be released`,
  )
  return texts
}

const singles = items.filter(({ kind }) => kind === 'single')
const multiples = items.filter(({ kind }) => kind === 'multiple')

describe('the codes that are written, of all that there are', () => {
  test.each(singles)('options of $id', (item) => {
    const options = optionsOf(item).map((id, place) => [place + 1, id] as const)
    expect([...written(item, 'options')]).toEqual([
      [0, '(unanswered)'],
      ...options,
      [0xff, '(notApplicable)'],
    ])
  })

  test('use now: two, and no exact answer', () => {
    const usage = singles.filter(({ optionSet }) => optionSet === 'usage')
    expect(usage).toHaveLength(6)
    for (const item of usage) {
      expect([...written(item, 'usedNow')]).toEqual([
        [0, '(unanswered)'],
        [1, 'usedNow'],
        [2, 'notUsedNow'],
        [0xff, '(notApplicable)'],
      ])
    }
  })

  test.each(multiples)('choices of $id: any of its options but "none", or "none" alone', (item) => {
    const texts = written(item, 'options')
    const options = optionsOf(item)
    const none = options.indexOf('none')
    const together = none === -1 ? options.length : options.length - 1
    expect(texts.size).toBe(1 + (2 ** together - 1) + (none === -1 ? 0 : 1) + 1)
    expect([texts.get(0), texts.get(0xff_ff)]).toEqual(['(unanswered)', '(notApplicable)'])
    for (const [place, option] of options.entries()) expect(texts.get(1 << place)).toBe(option)
    expect(texts.get(0b11)).toBe(`${options[0]}+${options[1]}`)
    if (none > 0) expect(texts.has((1 << none) | 1)).toBe(false)
  })

  test('no choice where only use now is told', () => {
    for (const item of multiples) {
      expect([...written(item, 'usedNow').values()]).toEqual(['(unanswered)', '(notApplicable)'])
    }
  })

  test('a withheld item is written alike whatever its code', () => {
    for (const item of items)
      expect(new Set(written(item, 'withheld').values())).toEqual(new Set(['(withheld)']))
  })
})
