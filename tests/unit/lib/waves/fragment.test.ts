import { expect, test } from 'vitest'
import { draftOfDocument, withFigure, withSameAddress } from '@/lib/import/wave-draft'
import { fragmentOf } from '@/lib/waves/fragment'
import { waveDocument } from '@/lib/waves/wave-document'
import { plainRecord } from '../../../support/import/records'
import { projectDocument } from '../../../support/project-document'

const statement = { fr: 'vont bien', en: 'are well' }
const dotted = { ...plainRecord, code: 'mood.good.under_35', statement }
const ofGroup = { ...plainRecord, code: 'mood.good', population: 'under_35', statement }

test('codes that differ in signs, or in what a population adds, can make one address', () => {
  expect(fragmentOf(dotted)).toBe('mood-good-under_35')
  expect(fragmentOf(ofGroup)).toBe('mood-good-under_35')
})

test('no wave has two figures of one address', async () => {
  const { wave, sources } = await projectDocument()
  const accepts = (...figures: readonly object[]) =>
    waveDocument.safeParse({ wave, sources, figures: [...figures] }).success
  expect(accepts(dotted)).toBe(true)
  expect(accepts(ofGroup)).toBe(true)
  expect(accepts(dotted, ofGroup)).toBe(false)
  expect(accepts(dotted, dotted)).toBe(false)
})

test('a figure that is typed in is told from another one that has its address, and from itself', async () => {
  const draft = withFigure(draftOfDocument(await projectDocument()), dotted)
  expect(withSameAddress(draft, ofGroup)).toEqual(dotted)
  expect(withSameAddress(draft, { ...dotted, sharePercent: 1 })).toBeNull()
  expect(withSameAddress(draft, { ...ofGroup, population: '35_and_over' })).toBeNull()
})
