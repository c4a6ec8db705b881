import { doDailyWork } from '@/server/daily-job'
import { readSettings } from '@/lib/env'
import { figureRow, figureRows, rowCount, unfoldAll } from '../support/e2e/figures'
import { openTakePart } from '../support/e2e/contribution'
import { addResponses, makeUp } from '../support/e2e/make-up'
import { test } from '../support/e2e/own-site'
import { compareRemembered, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import { mixed } from '../support/golden/mixed.data'
import { youngUser } from '../support/golden/young-user.data'

const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000)

test('nobody is shown before 50 took part', async ({ page, file }) => {
  await makeUp(file, 49)
  await compareRemembered(page, 'fr', mixed.answers)
  await expect(figureRows(page)).toHaveCount(rowCount)
  await expect(page.locator('.participants, .participants-note')).toHaveCount(0)
  await openTakePart(page, 'fr')
  await expect(page.locator('main')).toContainText('dès qu’ils sont 50')
})

for (const locale of ['fr', 'en'] as const) {
  test(`participants are shown apart, with their number, interval and nature, ${locale}`, async ({
    page,
    file,
  }) => {
    await makeUp(file, 300)
    await compareRemembered(page, locale, mixed.answers)
    await expect(page.getByText(say(locale, 'participants.demo'))).toBeVisible()
    await unfoldAll(page)
    const line = figureRow(page, 'trust.teleconsultation/french').locator('.participants')
    await expect(line).toContainText(/Participants\s?: [\d.,]+\s?% \(.*\) (sur|of) 2\d\d/)
    const [tag = ''] = say(locale, 'participants.tag').split(';')
    await expect(page.locator('#theme-trust').getByText(tag)).toHaveCount(1)
    // The national figure stands as it did.
    await expect(figureRow(page, 'trust.teleconsultation/french').locator('> b')).toHaveText(/^30\s?%$/)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  test(`with participants the page stays within fifteen screens of a phone, unfolded, ${locale}`, async ({
    page,
    file,
  }) => {
    await makeUp(file, 1000)
    await page.setViewportSize({ width: 360, height: 740 })
    await compareRemembered(page, locale, youngUser.answers)
    await expect(page.locator('.participants').first()).toBeVisible()
    await unfoldAll(page)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(11_000)
  })

  test(`their figures are accessible, ${locale}`, async ({ page, file }) => {
    await makeUp(file, 60)
    await compareRemembered(page, locale, mixed.answers)
    await expect(page.locator('.participants').first()).toBeVisible()
    await expectAccessible(page)
    await unfoldAll(page)
    await expectAccessible(page)
  })
}

test('a cell of fewer than 11 people is not shown, nor what it could be computed from', async ({
  page,
  file,
}) => {
  await makeUp(file, 60)
  await compareRemembered(page, 'fr', mixed.answers)
  await expect(page.locator('.participants-note')).toBeVisible()
  const counts = await page
    .locator('.participants')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('data-count'))))
  expect(counts.length).toBeGreaterThan(0)
  for (const count of counts) expect(count % 5).toBe(0)
  for (const count of counts) expect(count).toBeGreaterThanOrEqual(20)
  await expect(page.locator('[data-figure="usage.conversationalAi/under_35"] .participants')).toHaveCount(0)
})

test('fewer than 11 new responses change nothing that is shown', async ({ page, file, ownSite }) => {
  await makeUp(file, 60)
  await compareRemembered(page, 'fr', mixed.answers)
  await expect(page.locator('.participants-note')).toBeVisible()
  const shown = async () => page.locator('.participants, .participants-note').allInnerTexts()
  const before = await shown()
  const settings = readSettings({ MIROIR_DATA_DIR: ownSite.dataDir })
  await addResponses(file, 10, mixed.answers)
  await doDailyWork(settings, tomorrow)
  await page.reload()
  expect(await shown()).toEqual(before)
})
