import { describe, expect, it } from 'vitest'
import { populationOf } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { countedTruthOf } from '@/lib/comparison/truth'
import { createItemTally } from '@/lib/counts/item-tally'
import { publishTables } from '@/lib/disclosure/aggregates/publish-tables'
import { participantShareBeside } from '@/lib/disclosure/aggregates/share-beside'
import { createRandom } from '@/scripts/demo/random'
import { madeUpAnswers } from '@/tests/support/edition-site'
import { packed } from '@/tests/support/packed'
import { publishedFigures } from '@/tests/support/published-figures'

const people = madeUpAnswers(3000)
const tally = createItemTally(publishedFigures)
for (const answers of people) tally.add(packed(answers), 0)
const tables = publishTables(tally.counts(), 11, createRandom('beside'))

/** The share among participants of whom a figure's statement is true, person by person, in percent. */
function exactShare(figure: Figure, place: number): number {
  const indicator = indicatorOf(figure.indicator)
  const statement = indicator.statements[place]
  if (!statement) throw new Error('no such statement')
  const population = populationOf(figure, indicator, statement)
  const isTrue = countedTruthOf(statement, figure.timeFrame)
  const truths = people
    .filter((answers) => answers.ageBand !== undefined && population?.test(answers) === true)
    .map((answers) => isTrue.test(answers))
    .filter((truth) => truth !== null)
  return (100 * truths.filter(Boolean).length) / truths.length
}

const beside = publishedFigures.flatMap((figure) =>
  indicatorOf(figure.indicator).statements.flatMap(({ tool }, place) => {
    const share = participantShareBeside(tables, figure, tool)
    return share ? [{ name: `${figure.indicator} ${figure.population} ${tool}`, figure, place, share }] : []
  }),
)

describe('participants beside a figure', () => {
  it.each(beside)(
    'are those of whom its statement is true, but for rounding: $name',
    ({ figure, place, share }) => {
      expect(Math.abs(share.sharePercent - exactShare(figure, place))).toBeLessThan(600 / share.base + 1)
      expect(share.base).toBeGreaterThanOrEqual(50)
    },
  )

  it('are there for most figures, and not where the tables count other people', () => {
    const names = beside.map(({ figure }) => `${figure.indicator} ${figure.population}`)
    expect(new Set(names).size).toBeGreaterThan(30)
    expect(names).toContain('usage.teleconsultation under_35')
    expect(names).toContain('benefit.any users_of_any_tool')
    expect(names).toContain('trust.appointmentPlatforms current_users_of_it')
    // Of those who never used a tool, the question was not asked; several questions at once.
    expect(names.filter((name) => name.startsWith('topic.') || name.startsWith('usage.any'))).toEqual([])
  })
})

it('nobody is beside a figure whose table is not there, or suppresses the answer', () => {
  const [figure] = beside
  if (!figure) throw new Error('no figure')
  expect(participantShareBeside([], figure.figure, null)).toBeNull()
  const hidden = tables.map((table) => ({
    ...table,
    options: table.options.map((line) => ({ ...line, counts: { under35: null, from35: null, both: null } })),
  }))
  for (const each of beside) {
    expect(
      participantShareBeside(
        hidden,
        each.figure,
        indicatorOf(each.figure.indicator).statements[each.place]?.tool ?? null,
      ),
    ).toBeNull()
  }
})
