import { readFile } from 'node:fs/promises'
import { allHighest } from '../support/golden/all-highest.data'
import { rowCount } from '../support/e2e/figures'
import { compareRemembered, say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

test('answers and comparison can be taken away as a file', async ({ page }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('fr', 'results.download') }).click(),
  ])
  expect(download.suggestedFilename()).toBe('miroir-2025-12.json')
  const data: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(data).toMatchObject({
    format: 'miroir.comparison',
    version: 3,
    answers: allHighest.answers,
    trustProfile: { lowerPercent: 0, upperPercent: 14 },
  })
  expect((data as { comparisons: unknown[] }).comparisons).toHaveLength(53)
})

test('the file is not there without answers, and is never kept on the way', async ({ page, request }) => {
  const refused = await request.get('/api/comparison/data')
  expect(refused.status()).toBe(404)
  expect(await refused.json()).toMatchObject({ error: 'no-answers' })

  await compareRemembered(page, 'en', { ageBand: 'under35' })
  const given = await page.request.get('/api/comparison/data')
  expect(given.status()).toBe(200)
  expect(given.headers()['cache-control']).toBe('no-store')
})

test('the picture for shared links is a picture of national figures for everybody', async ({
  page,
  request,
}) => {
  const anonymous = await request.get('/api/share-picture?locale=fr')
  expect(anonymous.headers()['content-type']).toBe('image/png')
  const picture = await anonymous.body()
  // Width and height stand in the first chunk of a PNG.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  await compareRemembered(page, 'fr', allHighest.answers)
  const withAnswers = await page.request.get('/api/share-picture?locale=fr')
  expect((await withAnswers.body()).equals(picture)).toBe(true)
})

test('the results can be printed whole: no control, every figure', async ({ page }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.locator('.provenance')).toBeVisible()
  await expect(page.locator('.figure-row[data-figure]:visible')).toHaveCount(rowCount)
})
