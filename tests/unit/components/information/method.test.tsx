import { describe, expect, test } from 'vitest'
import { Unknown, WaveDescription } from '@/components/information/method-survey'
import { Method } from '@/components/information/method'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { publishedFigures } from '@/lib/waves/published-figures'
import type { WaveDescription as Description } from '@/lib/waves/wave-document'
import { drawnIn } from '../../../support/in-language'
import { projectDocument } from '../../../support/project-document'

/** What was published of the project's wave, were all of its figures and its description otherwise. */
async function published(figure: Partial<FigureRecord> = {}, wave: Partial<Description> = {}) {
  const document = await projectDocument()
  const figures = document.figures.map((each) => ({ ...each, ...figure }))
  return publishedFigures({ ...document, wave: { ...document.wave, ...wave }, figures })
}

const unknownIn = async (...given: Parameters<typeof published>) =>
  drawnIn('en', <Unknown {...await published(...given)} />)

describe('what is not known', () => {
  test('of the first wave: how many were asked, how they were chosen, when, and how', async () => {
    const said = await unknownIn()
    expect(said.match(/<li>/g)).toHaveLength(4)
    expect(said).toContain('no margin of error can be worked out')
  })

  test('is what a wave does not give', async () => {
    const wording = { fr: 'Utilisez-vous cet outil ?', en: null }
    const told = { sampleSize: 1003, fieldStart: '2026-10-01', fieldEnd: '2026-10-09' }
    const said = await unknownIn({ wording, baseSize: 1003 }, told)
    expect(said).not.toContain('<li>')
    expect(said).toContain('the page of the figure gives a margin')
    expect(await unknownIn({ wording }, told)).toContain('no margin of error can be worked out')
    expect(await unknownIn({}, told)).toContain('<li>the exact wording of the questions</li>')
  })
})

test('what is particular to a wave is said as it was published, a paragraph after each empty line', () => {
  const description = { fr: 'Un.\n\nDeux.', en: 'One,\nstill one.\n \nTwo.' }
  expect(drawnIn('en', <WaveDescription description={description} />)).toBe(
    '<p lang="en">One,\nstill one.</p><p lang="en">Two.</p>',
  )
})

test('a method page says nothing of past use or of a wave where there is nothing to say', async () => {
  const sections = async (...given: Parameters<typeof published>) =>
    [...drawnIn('fr', <Method {...await published(...given)} />).matchAll(/<section id="([^"]+)"/g)].map(
      ([, id]) => id,
    )
  expect(await sections()).toEqual(expect.arrayContaining(['timeFrame', 'wave']))
  const other = await sections({ timeFrame: 'now' }, { description: null })
  expect(other).not.toContain('timeFrame')
  expect(other).not.toContain('wave')
})
