import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareAnswers } from '@/lib/api/compare-answers'
import { compareAnswer, compareRequest } from '@/lib/api/compare-schemas'
import { exampleAnswers } from '@/lib/api/operations'
import { readCompareRequest } from '@/lib/api/read-request'
import { compare } from '@/lib/comparison/compare'
import { trustProfile } from '@/lib/comparison/trust-profile'
import type { PublishedState } from '@/lib/figure-data/published'
import { publishedFigures } from '@/lib/waves/published-figures'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { filesOf } from '../../../support/figure-data'
import { projectDocument } from '../../../support/project-document'

let published: PublishedState
beforeAll(async () => {
  ;({ published } = await filesOf(await projectDocument()))
})

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** An object with the names of the interface, and what is in it as well; values stay as they are. */
function renamed(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(renamed)
  if (typeof given !== 'object' || given === null) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [snakeCase(name), renamed(value)]))
}

describe('the comparison that programs get', () => {
  test('is what the pure function says, for any answers', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const request = readCompareRequest(JSON.stringify({ wave: '2025-12', answers }))
        if ('problem' in request) return expect.fail(request.detail)
        const given = compareAnswers(request.answers, published)
        const comparisons = compare(answers, publishedFigures(published.document).figures)
        expect(given.comparisons.map(({ readings }) => readings)).toEqual(
          comparisons.map(({ readings }) => renamed(readings)),
        )
        expect(given.comparisons.map(({ code, population, value }) => [code, population, value])).toEqual(
          comparisons.map(({ figure }) => [figure.indicator, figure.population, figure.sharePercent]),
        )
        expect(given.trust_profile).toEqual(renamed(trustProfile(comparisons)))
        expect(compareAnswer.parse(given)).toEqual(given)
      }),
    )
  })

  test('holds no date, no identifier and none of the answers', () => {
    const given = compareAnswers({ ageBand: 'under35' }, published)
    expect(Object.keys(given)).toEqual([
      'wave',
      'state',
      'instrument_version',
      'comparisons',
      'trust_profile',
    ])
    expect(JSON.stringify(given)).not.toContain('under35')
  })
})

describe('a request to compare', () => {
  test('is read as the document describes it: what one takes, the other does', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryAnswers, fc.jsonValue()), (answers) => {
        const body = { answers: answers as unknown }
        expect('problem' in readCompareRequest(JSON.stringify(body))).toBe(
          !compareRequest.safeParse(JSON.parse(JSON.stringify(body))).success,
        )
      }),
    )
  })

  test('names the current wave by naming none', () => {
    expect(readCompareRequest(JSON.stringify({ answers: exampleAnswers }))).toMatchObject({ waveId: null })
  })

  test('is refused with each part that is wrong, by its place', () => {
    const refused = readCompareRequest(
      JSON.stringify({
        answers: { ageBand: 'old', 'a/b~c': 1, benefits: ['none', 'autonomy'], topicsUsed: 'stress' },
      }),
    )
    expect(refused).toMatchObject({ problem: 'invalid-answers' })
    expect('errors' in refused && refused.errors.map(({ code, at }) => [code, at])).toEqual(
      expect.arrayContaining([
        ['unknownOption', '/answers/ageBand'],
        ['unknownItem', '/answers/a~1b~0c'],
        ['exclusiveOption', '/answers/benefits'],
        ['malformed', '/answers/topicsUsed'],
      ]),
    )
  })

  test.each([
    ['', 'bad-request'],
    ['{', 'bad-request'],
    ['[]', 'invalid-answers'],
    ['null', 'invalid-answers'],
    ['{"answers":{},"x":1}', 'invalid-answers'],
    ['{"answers":{},"wave":"2025"}', 'invalid-answers'],
    ['{}', 'invalid-answers'],
  ])('that is %s is refused', (body, problem) => {
    expect(readCompareRequest(body)).toMatchObject({ problem, detail: expect.stringMatching(/\.$/) })
  })

  test('is never answered by a failure, whatever it holds, and names fifty mistakes at most', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const refused = readCompareRequest(body)
        expect('problem' in refused ? refused.detail : '.').toMatch(/\.$/)
      }),
    )
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]))
    const refused = readCompareRequest(JSON.stringify({ answers: many }))
    expect('errors' in refused && refused.errors).toHaveLength(50)
  })
})
