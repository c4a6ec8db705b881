import { describe, expect, it } from 'vitest'
import { ClosedNote } from '@/components/contribution/closed-note'
import { ContributionOffer } from '@/components/contribution/contribution-offer'
import type { ShownClosed } from '@/components/contribution/shown-openness'
import { pathTo } from '@/lib/i18n/routes'
import { drawnIn } from '@/tests/support/in-language'

const day = '2027-03-31'
const everyReason: readonly ShownClosed[] = [
  { reason: 'over', day },
  { reason: 'operatorUnnamed' },
  { reason: 'byHand' },
  { reason: 'notYet', day },
  { reason: 'unreadable' },
]
const languages = [
  ['fr', '31 mars 2027'],
  ['en', '31 March 2027'],
] as const
const forNow = /pour le moment|at the moment/

describe.each(languages)('while nobody can contribute, in %s', (locale, dayWords) => {
  const drawn = (closed: ShownClosed, isRefused = false) => ({
    note: drawnIn(locale, <ClosedNote closed={closed} isRefused={isRefused} />),
    offer: drawnIn(
      locale,
      <ContributionOffer state={{ kind: 'open' }} openness={{ isOpen: false, ...closed }} />,
    ),
  })

  it('each reason has its own words, and codes work as before', () => {
    const pages = everyReason.map((closed) => drawn(closed))
    expect(new Set(pages.map(({ note }) => note)).size).toBe(everyReason.length)
    expect(new Set(pages.map(({ offer }) => offer)).size).toBe(everyReason.length)
    for (const { note, offer } of pages) {
      expect(note).toContain(`href="${pathTo('withdraw', locale)}"`)
      expect(offer).not.toContain(`href="${pathTo('takePart', locale)}"`)
    }
  })

  it('a wave that is over is over for good, and what begins says when', () => {
    for (const reason of ['over', 'notYet'] as const) {
      const { note, offer } = drawn({ reason, day })
      for (const html of [note, offer]) {
        expect(html).toContain(dayWords)
        expect(html).not.toMatch(forNow)
      }
    }
    expect(drawn({ reason: 'byHand' }).note).toMatch(forNow)
  })

  it('a form that was sent in vain says so', () => {
    expect(drawn({ reason: 'byHand' }).note).not.toContain('class="problem"')
    expect(drawn({ reason: 'operatorUnnamed' }, true).note).toContain('class="problem"')
  })
})
