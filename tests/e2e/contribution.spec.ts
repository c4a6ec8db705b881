import type { Page } from '@playwright/test'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { consentVersion } from '@/lib/contribution/consent'
import { openDatabase } from '@/lib/db/engine/client'
import { refuseToCopy, selected } from '../support/e2e/clipboard'
import {
  compareWith,
  consentBox,
  contribute,
  contributeButton,
  openTakePart,
  receiptPattern,
  shownReceipt,
  withdraw,
} from '../support/e2e/contribution'
import { test as withOwnSite } from '../support/e2e/own-site'
import { compareRemembered, currentStep, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, test } from '../support/e2e/test'
import { mixed } from '../support/golden/mixed.data'

const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

for (const each of [test, withOwnSite]) each.use({ expectedNoise: /422/ })

for (const { locale, hasScripts } of [
  { locale: 'fr', hasScripts: true },
  { locale: 'en', hasScripts: true },
  { locale: 'fr', hasScripts: false },
] as const) {
  test.describe(`${locale}, scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    /** What is said of backups leads to the page that says how long they are kept. */
    const backups = (page: Page) => page.getByRole('link', { name: /^(?:sauvegarde|backup)$/ })
    // axe is a script.
    const expectAccessibleHere = async (page: Page) => {
      if (hasScripts) await expectAccessible(page)
    }

    test('contribute, see the receipt, withdraw, and withdraw again', async ({ page, responses }) => {
      await compareWith(page, locale, answers, hasScripts)
      await page.getByRole('link', { name: say(locale, 'contribution.offer.toForm') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'contribution.title'))
      await expect(consentBox(page, locale)).not.toBeChecked()
      expect(await responses()).toEqual([])
      await expectAccessibleHere(page)

      await contributeButton(page, locale).click()
      await expect(page.getByText(say(locale, 'contribution.refusals.consent'))).toBeVisible()
      await expect(consentBox(page, locale)).toBeFocused()
      await expect(consentBox(page, locale)).toBeInViewport()
      await expectAccessibleHere(page)
      expect(await responses()).toEqual([])

      const code = await contribute(page, locale)
      expect(await responses()).toHaveLength(1)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'receipt.title'))
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(shownReceipt(page)).toBeInViewport()
      await expectAccessibleHere(page)
      await page.reload()
      await expect(shownReceipt(page)).toHaveText(code)

      await page
        .getByRole('main')
        .getByRole('link', { name: say(locale, 'receipt.withdraw') })
        .click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'withdrawal.title'))
      const field = page.getByRole('textbox', { name: say(locale, 'withdrawal.label') })
      await expect(field).toHaveValue(code)
      await expect(backups(page)).toBeVisible()
      await expectAccessibleHere(page)
      await page.getByRole('button', { name: say(locale, 'withdrawal.submit') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'withdrawn.title'))
      await expect(backups(page)).toBeVisible()
      await expectAccessibleHere(page)
      expect(await responses()).toEqual([])

      await withdraw(page, locale, code)
      await expect(page.getByText(say(locale, 'withdrawal.refusals.unknown'))).toBeVisible()
      await expect(field).toHaveValue(code)
      await expect(field).toBeFocused()
      await expectAccessibleHere(page)

      expect(await contribute(page, locale)).not.toBe(code)
      expect(await responses()).toHaveLength(1)
    })
  })
}

test('the receipt can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await compareRemembered(page, 'fr', answers)
  const code = await contribute(page, 'fr')
  await page.getByRole('button', { name: say('fr', 'receipt.copy') }).click()
  await expect(page.getByRole('button', { name: say('fr', 'receipt.copied') })).toBeVisible()
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(code)
})

for (const locale of locales) {
  test(`a browser that does not copy is said to, and the receipt is selected, ${locale}`, async ({
    page,
  }) => {
    await refuseToCopy(page)
    await compareRemembered(page, locale, answers)
    const code = await contribute(page, locale)
    await page.getByRole('button', { name: say(locale, 'receipt.copy') }).click()
    const refused = say(locale, 'copying.refused')
    await expect(page.getByRole('button', { name: refused })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: refused })).toBeAttached()
    expect(await selected(page)).toBe(code)
    await expectAccessible(page)
  })
}

test('a code is known however it is typed, and a slip is told from an unknown code', async ({
  page,
  responses,
}) => {
  await compareRemembered(page, 'fr', mixed.answers)
  const code = await contribute(page, 'fr')
  await withdraw(page, 'fr', code.slice(0, -1))
  await expect(page.getByText(say('fr', 'withdrawal.refusals.malformed'))).toBeVisible()
  await withdraw(page, 'fr', '')
  await expect(page.getByText(say('fr', 'withdrawal.refusals.malformed'))).toBeVisible()
  expect(await responses()).toHaveLength(1)

  const typed = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')} `
  await withdraw(page, 'fr', typed)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
  expect(await responses()).toEqual([])
})

test('answers that were changed after contributing are not counted twice, and the page says so', async ({
  page,
  responses,
}) => {
  await compareRemembered(page, 'fr', answers)
  const code = await contribute(page, 'fr')
  await compareRemembered(page, 'fr', { ...answers, ageBand: 'from35' })
  await page.getByRole('link', { name: say('fr', 'contribution.offer.toReceipt') }).click()
  await expect(shownReceipt(page)).toHaveText(code)
  await expect(page.getByText(say('fr', 'receipt.outdated'))).toBeVisible()
  await expectAccessible(page)
  const stored = await responses()
  expect(stored.map((response) => response.answers)).toEqual([JSON.stringify(answers)])
})

test('without an answer there is nothing to contribute', async ({ page }) => {
  await compareRemembered(page, 'fr', {})
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'results.title'))
  await expect(page.locator('#contribution')).toHaveCount(0)
  await page.goto(pathTo('takePart', 'fr'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('fr', 'results.withoutAnswers.none.title'),
  )
  await page.goto(pathTo('receipt', 'fr'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'receipt.noneTitle'))
  await expectAccessible(page)
})

for (const hasScripts of [true, false]) {
  test.describe(`answers compared in another tab meanwhile, scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('are shown before anything is stored: what is stored is what was consented to', async ({
      page,
      context,
      responses,
    }) => {
      await compareWith(page, 'fr', answers, hasScripts)
      await openTakePart(page, 'fr')
      const other = await context.newPage()
      await compareWith(other, 'fr', { ageBand: 'from35' }, hasScripts)

      await consentBox(page, 'fr').check()
      await contributeButton(page, 'fr').click()
      await expect(page.getByText(say('fr', 'contribution.refusals.changed'))).toBeVisible()
      await expect(page.getByText(say('fr', 'options.ageBand.from35'))).toBeVisible()
      await expect(consentBox(page, 'fr')).not.toBeChecked()
      expect(await responses()).toEqual([])

      await consentBox(page, 'fr').check()
      await contributeButton(page, 'fr').click()
      await expect(shownReceipt(page)).toHaveText(receiptPattern)
      expect((await responses()).map((response) => response.answers)).toEqual(['{"ageBand":"from35"}'])
    })
  })
}

test('what is stored is what the consent lists, and nothing of it is printed', async ({
  page,
  responses,
  served,
}) => {
  await compareRemembered(page, 'en', mixed.answers)
  const code = await contribute(page, 'en')
  const [stored, ...others] = await responses()
  expect(others).toEqual([])
  expect(stored).toEqual({
    waveId: '2025-12',
    instrumentVersion: '2025-12',
    consentVersion,
    answers: expect.any(String),
    week: expect.stringMatching(/^20\d\d-W\d\d$/),
    receiptHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    hasEntered: false,
  })
  const answersStored: unknown = JSON.parse(stored?.answers ?? '')
  expect(answersStored).toEqual(mixed.answers)
  expect(code).toMatch(receiptPattern)
  for (const secret of [
    code,
    code.replaceAll('-', ''),
    stored?.receiptHash ?? '',
    'teleconsultation',
    '127.0.0.1',
  ]) {
    expect(served.output()).not.toContain(secret)
  }
})

for (const locale of ['fr', 'en'] as const) {
  test(`who left out the age is told what that means, and led to the question, ${locale}`, async ({
    page,
  }) => {
    await compareRemembered(page, locale, answers)
    await openTakePart(page, locale)
    await expect(page.locator('.take-part .notice')).toHaveCount(0)
    await compareRemembered(page, locale, { 'usage.teleconsultation': 'regular' })
    await openTakePart(page, locale)
    await expectAccessible(page)
    await page.locator('.take-part .notice').getByRole('link').click()
    await expect(page.locator('form[data-awake]')).toBeVisible()
    await expect(currentStep(page)).toHaveAttribute('id', 'age')
  })
}

withOwnSite(
  'after the last day of a wave nobody contributes, and a form loaded before is refused',
  async ({ page, context, file, responses }) => {
    await compareRemembered(page, 'fr', answers)
    await openTakePart(page, 'fr')
    const database = openDatabase(`file:${file}`)
    const endOn = async (lastDay: string) =>
      database.run(async (client) => client.wave.update({ where: { id: '2025-12' }, data: { lastDay } }))
    await endOn(new Date().toISOString().slice(0, 10))
    const other = await context.newPage()
    await openTakePart(other, 'fr')
    await endOn('2026-01-04')
    await database.close()
    await consentBox(page, 'fr').check()
    await contributeButton(page, 'fr').click()
    await expect(page.getByText(say('fr', 'contribution.refusals.closed'))).toBeVisible()
    await other.reload()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(
      say('fr', 'contribution.closed.over.title'),
    )
    await expect(other.locator('main')).toContainText('a pris fin le 4 janvier 2026')
    await expect(other.locator('main')).not.toContainText('pour le moment')
    expect(await responses()).toEqual([])
  },
)
