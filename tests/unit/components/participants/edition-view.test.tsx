import { describe, expect, it } from 'vitest'
import { EditionView } from '@/components/participants/edition-view'
import { NoEdition } from '@/components/participants/no-edition'
import type { ShownEdition, ShownNext } from '@/components/participants/shown-edition'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { locales } from '@/lib/i18n/locales'
import { drawnIn } from '../../../support/in-language'
import { messages } from '../../../support/messages'
import { publishedFigures } from '../../../support/published-figures'

const hidden = { under35: null, from35: null, both: null }

/** Trust in a tool, answered by so many of each band; the last two options are hidden. */
const trust = (item: string, people: number): PublishedTable => ({
  item,
  population: null,
  base: { under35: 2 * people, from35: 4 * people, both: 6 * people },
  options: [
    { option: 'yesCompletely', counts: { under35: people, from35: people, both: 2 * people } },
    { option: 'ratherYes', counts: { under35: people, from35: 3 * people, both: 4 * people } },
    { option: 'ratherNo', counts: hidden },
    { option: 'notAtAll', counts: hidden },
    { option: 'dontKnow', counts: hidden },
  ],
})

const edition: ShownEdition = {
  id: '2',
  number: 2,
  waveId: '2025-12',
  isDemo: false,
  madeOn: '2026-11-24',
  lastWeek: '2026-W47',
  recordCount: 310,
  withoutAgeCount: 10,
  waitingCount: 15,
  tables: [trust('trust.teleconsultation', 50), trust('gone.item', 5)],
}
const before: ShownEdition = {
  ...edition,
  id: '1',
  number: 1,
  lastWeek: '2026-W30',
  tables: [trust('trust.teleconsultation', 20)],
}
const next: ShownNext = {
  earliestOn: '2027-02-22',
  needed: 50,
  hasEnoughWaiting: false,
  opensOn: null,
  lastDay: null,
  isOver: false,
}

const view = (shown: ShownEdition, more: { before?: ShownEdition | null; next?: ShownNext | null } = {}) =>
  drawnIn(
    'en',
    <EditionView
      edition={shown}
      before={more.before ?? null}
      figures={publishedFigures}
      list={[before, edition]}
      next={more.next === undefined ? next : more.next}
    />,
  )
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rowOf = (html: string, option: string) =>
  textOf(
    new RegExp(`<li class="answer" data-option="${option}">.*?(?=<li class="answer"|$)`).exec(html)?.[0] ??
      '',
  )

describe('the page of an edition', () => {
  it('says how many are in its tables, until when, and what they cannot say', () => {
    const text = textOf(view(edition))
    expect(text).toContain('About 300 people took part here up to 22 November 2026')
    expect(text).toContain('they do not represent French people')
    expect(text).toContain('10 people did not give their age')
    expect(text).toContain('Next edition: 22 February 2027 at the earliest')
    expect(text).toContain('fewer than 50 responses were waiting')
  })

  it('gives a share of both bands together, and each band under it', () => {
    expect(rowOf(view(edition), 'ratherYes')).toMatch(
      /Yes, somewhat Together 67% Under 35 50% 35 or over 75%/,
    )
  })

  it('gives a number of people, and no share, where fewer than 50 answered', () => {
    const [, small = ''] = view(edition).split('id="answers-gone-item"')
    expect(small).toContain('20 people')
    expect(small).not.toContain('participants-bar')
    expect(textOf(small)).not.toContain('67%')
  })

  it('calls a question that the instrument has lost by its name', () => {
    expect(view(edition)).toContain('<h4>gone.item</h4>')
  })

  it('draws no bar of what is hidden', () => {
    const row = /<li class="answer" data-option="notAtAll">.*?<\/li>/.exec(view(edition))?.[0] ?? ''
    expect(row).toContain(messages.en.get('export.suppressed'))
    expect(row).not.toContain('svg')
  })

  it('has a table under each picture, with the same shares, the numbers, and its file', () => {
    const html = view(edition)
    const table = textOf(/<table.*?<\/table>/.exec(html)?.[0] ?? '')
    expect(table).toMatch(/Yes, somewhat 67% 200 50% 50 75% 150/)
    expect(table).toMatch(/Answered 300 100 200/)
    expect(html).toContain('/api/open-data/2025-12/editions/2/aggregates.csv?item=trust.teleconsultation')
  })

  it('never puts the national figure and the participants in one bar, and gives no interval', () => {
    const html = view(edition)
    const beside = /data-beside="trust\.teleconsultation\/french">.*?<\/li>/.exec(html)?.[0] ?? ''
    expect(beside).toContain('class="figure-bar"')
    expect(beside).toContain('class="participants-bar"')
    expect(textOf(beside)).toMatch(/30% of French people .*participants: 100%/)
    expect(html).not.toMatch(/%\s*\(/)
  })

  it('shows how a share moved since the edition before', () => {
    const html = view(edition, { before: { ...before, tables: [trust('trust.teleconsultation', 20)] } })
    expect(html).toContain('<line x1="66.7%"')
    expect(textOf(/<table.*?<\/table>/.exec(html)?.[0] ?? '')).toMatch(/Edition 1 .*Answered 300 100 200 120/)
  })

  it('of an earlier edition leads to the last one, and says nothing of the next', () => {
    const text = textOf(view(before))
    expect(text).toContain('A later edition has appeared')
    expect(text).not.toContain('Next edition')
  })

  it('says that it is the last one once the wave is over', () => {
    expect(textOf(view(edition, { next: null }))).toContain('last edition of this wave')
  })

  it('says until when people can take part, or that this is over', () => {
    const told = (days: Partial<ShownNext>) => textOf(view(edition, { next: { ...next, ...days } }))
    expect(told({})).not.toMatch(/take part until|Taking part/)
    expect(told({ opensOn: '2027-01-04' })).toContain('Taking part begins on 4 January 2027.')
    expect(told({ lastDay: '2027-03-31' })).toContain('You can take part until 31 March 2027.')
    expect(told({ lastDay: '2027-03-31', isOver: true })).toContain('Taking part ended on 31 March 2027.')
    expect(told({ lastDay: '2027-03-31', isOver: true })).not.toContain('You can take part')
  })

  it('says of made-up responses that they are', () => {
    const notice = messages.en.get('participants.demo')
    expect(view(edition)).not.toContain(notice)
    expect(view({ ...edition, isDemo: true })).toContain(notice)
  })
})

it.each(locales)('before the first edition it says what that waits for, in %s', (locale) => {
  const html = drawnIn(
    locale,
    <NoEdition
      next={{
        earliestOn: null,
        needed: 100,
        hasEnoughWaiting: false,
        opensOn: null,
        lastDay: null,
        isOver: false,
      }}
    />,
  )
  expect(textOf(html).match(/\b100\b/g)).toHaveLength(2)
})
