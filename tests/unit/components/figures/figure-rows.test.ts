import { expect, test } from 'vitest'
import { familiesOf } from '@/components/figures/families'
import { figureFragment } from '@/components/figures/figure-fragment'
import { indicatorRows, nothingBeside, type Beside } from '@/components/figures/figure-rows'
import { arrange } from '@/lib/comparison/arrange'
import { familyOf } from '@/lib/comparison/families'
import type { Figure } from '@/lib/comparison/figures'
import { publishedFigures } from '../../../support/published-figures'

const words = {
  label: 'tool <b>',
  group: 'under 35',
  ownGroup: 'under 35 · your age',
  share: '13%',
  disputed: null,
}
const rowsOf = (
  figures: readonly [Figure, ...Figure[]],
  besideOf: (figure: Figure) => Beside = () => nothingBeside,
  changed: Partial<typeof words> | { disputed: string } = {},
) => {
  const wordsOf = new Map(figures.map((figure) => [figure, { ...words, ...changed }]))
  return indicatorRows(figures, { population: 'french', wordsOf, besideOf }).html
}

const figure = (population: Figure['population']): Figure => ({
  waveId: '2025-12',
  indicator: 'usage.teleconsultation',
  population,
  sharePercent: 13,
  qualifier: 'exact',
  status: 'published',
  timeFrame: 'unclear',
})

test('a row says what it is about, the share, and the reader’s side; what it says is text', () => {
  const html = rowsOf([figure('french')], () => ({ ...nothingBeside, side: 'you too & I', isOwn: true }))
  expect(html).toMatch(
    /^<li id="usage-teleconsultation" class="figure-row own" data-figure="usage.teleconsultation\/french">/,
  )
  expect(html).toContain('tool &lt;b&gt;</span> <b>13%</b>')
  expect(html).toContain('<rect width="13%"')
  expect(html).toContain('<span class="side">you too &amp; I</span>')
})

test('without a reader there is no side, and a disputed figure says that it is', () => {
  const html = rowsOf([figure('french')], undefined, { disputed: 'disputed figure' })
  expect(html).not.toContain('side')
  expect(html).toContain('<small>disputed figure</small>')
})

test('groups stand under the figure of all, and under a heading where there is none', () => {
  const isOwnAge = ({ population }: Figure) => ({ ...nothingBeside, isOwnAge: population === 'under_35' })
  const all = rowsOf([figure('french'), figure('under_35')], isOwnAge)
  expect(all).toMatch(
    /^<li id="usage-teleconsultation".*<ul class="group-rows"><li id="usage-teleconsultation-under_35"/,
  )
  expect(all).toContain('under 35 · your age')
  const groupsOnly = rowsOf([figure('under_35'), figure('35_and_over')])
  expect(groupsOnly).toMatch(
    /^<li class="figure-row"><span class="figure-label">tool &lt;b&gt;<\/span><ul class="group-rows">/,
  )
  expect(groupsOnly.match(/<b>13%<\/b>/g)).toHaveLength(2)
})

test('a figure about another population alone names it beside its label', () => {
  expect(rowsOf([figure('non_or_past_users')])).toContain('<small>under 35</small>')
})

test('addresses of figures are all different, and say what they lead to', () => {
  const fragments = publishedFigures.map(figureFragment)
  expect(new Set(fragments).size).toBe(publishedFigures.length)
  expect(fragments).toContain('trust-teleconsultation')
  expect(fragments).toContain('usage-conversationalAi-ever')
})

test('families are what one sentence introduces, and hold each indicator once', () => {
  expect(familyOf('ai.purpose.listening')).toBe('ai.purpose')
  expect(familyOf('usage.conversationalAi.ever')).toBe('usage')
  for (const { indicators } of arrange(publishedFigures)) {
    expect(familiesOf(indicators).flatMap((family) => family.indicators)).toEqual(indicators)
  }
})
