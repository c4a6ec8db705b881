import { expect, test } from 'vitest'
import { Provenance } from '@/components/figures/provenance'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { publishedFigures } from '@/lib/waves/published-figures'
import { drawnIn } from '../../../support/in-language'
import { projectDocument } from '../../../support/project-document'

/** What is said of the project's wave with other figures, and another size. */
async function said(sampleSize: number | null, change: Partial<FigureRecord> = {}): Promise<string> {
  const document = await projectDocument()
  const [first, ...others] = document.figures
  if (first === undefined) throw new Error('there is no figure')
  const wave = { ...document.wave, sampleSize }
  const published = publishedFigures({ ...document, wave, figures: [{ ...first, ...change }, ...others] })
  return drawnIn('en', <Provenance {...published} />)
}

test('it is said what was not published, and only that', async () => {
  const wording = { fr: 'Utilisez-vous un outil numérique ?', en: null }
  expect(await said(null)).toContain('Number of people asked and wording of the questions not published.')
  expect(await said(null, { wording })).toContain('Number of people asked not published.')
  expect(await said(1203)).toContain('1,203 people asked, wording of the questions not published.')
  expect(await said(1203, { wording })).toContain('1,203 people asked.')
})
