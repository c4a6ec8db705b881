import { openDatabase } from '@/lib/db/engine/client'
import { publishWave, takeTurn } from '@/lib/db/waves/publish-wave'
import { embedPath, figureFilePath, figuresPath } from '@/lib/i18n/data-addresses'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { test } from '../support/e2e/own-site'
import { expect, expectAccessible } from '../support/e2e/test'
import { projectDocument } from '../support/project-document'

/** Publishes a document as an owner would, past the pages. Returns the number of its state. */
async function publish(file: string, document: WaveDocument): Promise<number> {
  const database = openDatabase(`file:${file}`)
  const reason = { fr: 'Une faute de frappe.', en: 'A slip.' }
  const number = await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      await takeTurn(transaction, document)
      return publishWave(transaction, document, {
        madeOn: '2026-11-26',
        kind: 'correction',
        byOwner: true,
        reason,
      })
    }),
  )
  await database.close()
  return number
}

const place = { waveId: '2025-12', fragment: 'usage-any' }
/** A page may be some seconds older than the figures: see server/kept-pages.ts. */
const patience = { timeout: 15_000 }

test('a corrected figure is corrected everywhere, and its earlier state stays', async ({ request, file }) => {
  const read = async (address: string) => (await request.get(address)).text()
  const pages = [figuresPath('fr', place), embedPath('en', place.waveId, place.fragment)]
  for (const page of pages) expect(await read(page)).toMatch(/48\s?%/)

  const document = await projectDocument()
  const corrected = document.figures.map((figure) =>
    figure.code === 'usage.any' ? { ...figure, sharePercent: 51 } : figure,
  )
  expect(await publish(file, { ...document, figures: corrected })).toBe(2)
  expect(await read(figureFilePath('fr', place, 'csv'))).toContain(',51,percent,')
  expect(await read('/api/v1/waves/2025-12/figures?indicator=usage.any')).toContain('"value": 51')
  const compared = await request.post('/api/v1/compare', {
    data: { answers: { 'usage.teleconsultation': 'regular' } },
  })
  expect(await compared.json()).toMatchObject({ state: 2 })
  expect(await read('/api/v1/waves')).toContain('A slip.')
  for (const page of pages) {
    await expect.poll(async () => read(page), patience).toMatch(/51\s?%/)
    expect(await read(page)).not.toMatch(/48\s?%/)
  }
  expect(await read(figureFilePath('fr', place, 'csv', 1))).toContain(',48,percent,')
  expect(await read(figureFilePath('fr', place, 'readme.md'))).toContain('Une faute de frappe.')
})

test('a figure about what the questionnaire does not ask has a page, data and an embed, and is not compared', async ({
  page,
  request,
  file,
}) => {
  const document = await projectDocument()
  const [first] = document.figures
  if (first === undefined) throw new Error('the project has no figures')
  const added: FigureRecord = {
    ...first,
    code: 'sport.weekly',
    population: 'students',
    sharePercent: 12.5,
    status: 'disputed',
    statusNote: { fr: 'Son auteur donne un autre nombre.', en: 'Its author gives another number.' },
    timeFrame: null,
    statement: { fr: 'font du sport chaque semaine', en: 'do sports every week' },
    populationWords: { fr: 'des étudiants', en: 'of students' },
    baseSize: 1204,
    interval: { lowPercent: 10.6, highPercent: 14.4 },
    wording: { fr: 'Faites-vous du sport ?', en: null },
    mode: 'online',
    fieldStart: '2025-10-01',
    fieldEnd: '2025-10-08',
  }
  const later = { ...document.wave, id: '2026-12' }
  // A code that somebody else gave may have any letters.
  const odd: FigureRecord = { ...added, code: 'été.a b+c%' }
  await publish(file, { ...document, wave: later, figures: [...document.figures, added, odd] })

  const own = { waveId: '2026-12', fragment: 'sport-weekly-students' }
  await page.goto(figuresPath('en', own))
  const main = page.getByRole('main')
  await expect(main.locator('.figure-sentence')).toHaveText(
    '12.5% of students do sports every week (disputed figure).',
  )
  for (const said of [
    '1,204 people',
    '10.6% to 14.4%',
    '1 October 2025',
    'online',
    'Its author gives another number.',
  ]) {
    await expect(main).toContainText(said)
  }
  await expect(main.locator('dd[lang="fr"]')).toHaveText('Faites-vous du sport ?')
  await expectAccessible(page)
  expect(await (await request.get(embedPath('fr', own.waveId, own.fragment))).text()).toContain(
    'font du sport',
  )
  expect(await (await request.get(figureFilePath('fr', own, 'csv'))).text()).toContain(
    'sport.weekly,students',
  )
  const oddOne = { waveId: '2026-12', fragment: 'été-a b+c%-students' }
  expect((await request.get(figuresPath('fr', oddOne))).status()).toBe(200)
  expect((await request.get(embedPath('fr', oddOne.waveId, oddOne.fragment))).status()).toBe(200)
  expect(await (await request.get(figureFilePath('fr', oddOne, 'csv'))).text()).toContain(
    'été.a b+c%,students',
  )
  const compared = await request.post('/api/v1/compare', { data: { wave: '2026-12', answers: {} } })
  expect(await compared.text()).not.toContain('sport.weekly')
  expect(((await (await request.get('/api/v1/waves')).json()) as { waves: object[] }).waves).toMatchObject([
    { wave: { id: '2026-12' }, is_current: false },
    { wave: { id: '2025-12' }, is_current: true },
  ])
})
