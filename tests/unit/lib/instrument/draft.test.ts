import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemById, items } from '@/lib/instrument/catalogue'
import { answersOf, choicesOf, choose, draftOf, withChoicesOnPage, type Draft } from '@/lib/instrument/draft'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'

const benefits = itemById('benefits')
const age = itemById('ageBand')

/** Any choices that a page can show, those that exclude each other together included. */
const arbitraryDraft: fc.Arbitrary<Draft> = fc
  .record(
    Object.fromEntries(
      items.map((item) => [
        item.id,
        fc.subarray([...choicesOf(item)], { minLength: 1, ...(item.kind === 'single' && { maxLength: 1 }) }),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((draft) => draft as Draft)

describe('a choice', () => {
  test('of a single item takes the place of the one before', () => {
    expect(choose(age, ['under35'], 'from35', true)).toEqual(['from35'])
  })

  test('of a multiple item stands beside the others, in the order of the catalogue', () => {
    expect(choose(benefits, ['autonomy'], 'informationAccess', true)).toEqual([
      'informationAccess',
      'autonomy',
    ])
    expect(choose(benefits, ['informationAccess', 'autonomy'], 'autonomy', false)).toEqual([
      'informationAccess',
    ])
  })

  test('that excludes the others takes their place, and gives way to them', () => {
    expect(choose(benefits, ['autonomy', 'careAccess'], 'none', true)).toEqual(['none'])
    expect(choose(benefits, ['autonomy'], '', true)).toEqual([''])
    expect(choose(benefits, ['none'], 'autonomy', true)).toEqual(['autonomy'])
    expect(choose(benefits, [''], 'none', true)).toEqual(['none'])
  })

  test('after choice, the values of an item are always an answer that the schema takes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...choicesOf(benefits)), fc.boolean()), { maxLength: 20 }),
        (clicks) => {
          const held = clicks.reduce<readonly string[]>(
            (values, [value, isChosen]) => choose(benefits, values, value, isChosen),
            [],
          )
          expect(parseAnswers(answersOf({ benefits: held })).ok).toBe(true)
        },
      ),
    )
  })
})

describe('when scripts take over a page', () => {
  test('what the tab remembers is back where nothing was chosen on the page', () => {
    fc.assert(
      fc.property(arbitraryDraft, (held) => {
        expect(withChoicesOnPage(held, {}, {})).toEqual(held)
      }),
    )
  })

  test('what was chosen on a page that nobody remembers is held as it stands, and so is what the server sent', () => {
    fc.assert(
      fc.property(arbitraryDraft, (onPage) => {
        expect(withChoicesOnPage({}, {}, onPage)).toEqual(onPage)
        expect(withChoicesOnPage(onPage, onPage, onPage)).toEqual(onPage)
      }),
    )
  })

  test('what the server sent is not taken for a choice: newer answers that the tab remembers stay', () => {
    fc.assert(
      fc.property(arbitraryAnswers.map(draftOf), arbitraryAnswers.map(draftOf), (held, sent) => {
        expect(withChoicesOnPage(held, sent, sent)).toEqual(held)
      }),
    )
  })

  test('a choice on the page is made on top of what the tab remembers', () => {
    expect(withChoicesOnPage({ benefits: ['autonomy'] }, {}, { benefits: ['careAccess'] })).toEqual({
      benefits: ['careAccess', 'autonomy'],
    })
    expect(withChoicesOnPage({ benefits: ['autonomy'] }, {}, { benefits: ['none'] })).toEqual({
      benefits: ['none'],
    })
    expect(withChoicesOnPage({ benefits: ['none'] }, {}, { benefits: ['autonomy', 'other'] })).toEqual({
      benefits: ['autonomy', 'other'],
    })
    expect(withChoicesOnPage({ ageBand: ['under35'] }, {}, { ageBand: ['from35'] })).toEqual({
      ageBand: ['from35'],
    })
  })

  test('what was given up on the page is given up', () => {
    const sent = { benefits: ['careAccess', 'autonomy'] }
    expect(withChoicesOnPage(sent, sent, { benefits: ['autonomy'] })).toEqual({ benefits: ['autonomy'] })
    expect(withChoicesOnPage(sent, sent, {})).toEqual({})
    expect(
      withChoicesOnPage({ ageBand: ['under35'] }, { ageBand: ['under35'] }, { ageBand: ['from35'] }),
    ).toEqual({ ageBand: ['from35'] })
  })

  test('choices that exclude each other stay as the page shows them', () => {
    expect(withChoicesOnPage({}, {}, { benefits: ['autonomy', 'none'] })).toEqual({
      benefits: ['autonomy', 'none'],
    })
  })
})
