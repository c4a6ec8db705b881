import { describe, expect, test } from 'vitest'
import { isVaried, joinVarieties, mostKept, varietyOf } from '@/lib/anonymisation/variety'
import type { Answers } from '@/lib/instrument/answers'

type Topics = NonNullable<Answers['topicsUsed']>

const of = (...answers: readonly (Topics | null)[]) =>
  answers
    .map((topicsUsed) => varietyOf(topicsUsed === null ? {} : { topicsUsed }))
    .reduce((one, other) => joinVarieties(one, other))

describe('answers to the item that must be diverse', () => {
  test.each<[string, readonly (Topics | null)[], boolean]>([
    ['two different ones', [['stress'], ['anxiety']], true],
    ['one and the exclusive one', [['stress'], ['none']], true],
    ['the same twice', [['stress'], ['stress']], false],
    [
      'the same in another order',
      [
        ['stress', 'anxiety'],
        ['anxiety', 'stress'],
      ],
      false,
    ],
    ['different ones that share an option', [['stress'], ['stress', 'anxiety']], false],
    [
      'three that share options in pairs only',
      [
        ['stress', 'anxiety'],
        ['anxiety', 'addictions'],
        ['addictions', 'stress'],
      ],
      true,
    ],
    ['one, and somebody who did not answer', [['stress'], null], false],
    ['nobody who answered', [null, null], false],
  ])('%s', (_, answers, expected) => {
    expect(isVaried(of(...answers), 2)).toBe(expected)
    expect(isVaried(of(...answers.toReversed()), 2)).toBe(expected)
  })

  test('as many as are asked for', () => {
    const three = of(['stress'], ['anxiety'], ['none'], null, ['stress'])
    expect([isVaried(three, 3), isVaried(three, 4)]).toEqual([true, false])
  })

  test('no more are kept than are ever asked for', () => {
    const many = of(['stress'], ['anxiety'], ['none'], ['addictions'], ['sleepDisorders'], ['mildDisorders'])
    expect(mostKept).toBe(5)
    expect(many.given).toHaveLength(5)
    expect(isVaried(joinVarieties(many, many), 5)).toBe(true)
  })
})
