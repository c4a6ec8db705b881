import { renameSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { pathTo } from '@/lib/i18n/routes'
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
import { compareRemembered, eraseAll, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, test } from '../support/e2e/test'

const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

test('two tabs at once, and each twice: one response, and the same receipt in both', async ({
  page,
  context,
  responses,
}) => {
  await compareRemembered(page, 'fr', answers)
  const other = await context.newPage()
  for (const tab of [page, other]) await openTakePart(tab, 'fr')
  const tabs = [page, other]
  for (const tab of tabs) await consentBox(tab, 'fr').check()
  await Promise.all(tabs.map(async (tab) => contributeButton(tab, 'fr').dblclick()))
  for (const tab of tabs) await expect(shownReceipt(tab)).toHaveText(receiptPattern)
  await expect(shownReceipt(other)).toHaveText(await shownReceipt(page).innerText())
  expect(await responses()).toHaveLength(1)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('Back and submit again: one response, and the same receipt', async ({ page, responses }) => {
    await compareWith(page, 'fr', answers, false)
    const code = await contribute(page, 'fr')
    await page.goBack()
    await expect(shownReceipt(page)).toHaveText(code)
    expect(await responses()).toHaveLength(1)
  })

  test('the form as it was before, sent again: one response, and the same receipt', async ({
    page,
    context,
    responses,
  }) => {
    await compareWith(page, 'fr', answers, false)
    const stale = await context.newPage()
    await openTakePart(stale, 'fr')
    const code = await contribute(page, 'fr')
    await consentBox(stale, 'fr').check()
    await contributeButton(stale, 'fr').click()
    await expect(shownReceipt(stale)).toHaveText(code)
    expect(await responses()).toHaveLength(1)
  })
})

test.describe('a reply that is lost', () => {
  test.use({ expectedNoise: /ERR_FAILED|Failed to fetch/ })

  test('is said to be, and trying again shows the receipt of what was kept', async ({ page, responses }) => {
    await compareRemembered(page, 'fr', answers)
    await openTakePart(page, 'fr')
    await page.route('**/api/contribution*', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await consentBox(page, 'fr').check()
    await contributeButton(page, 'fr').click()
    await expect(page.getByText(say('fr', 'contribution.refusals.unreachable'))).toBeVisible()
    await expect(contributeButton(page, 'fr')).toBeFocused()
    await expectAccessible(page)
    expect(await responses()).toHaveLength(1)

    await page.unroute('**/api/contribution*')
    await contributeButton(page, 'fr').click()
    await expect(shownReceipt(page)).toHaveText(receiptPattern)
    expect(await responses()).toHaveLength(1)
  })
})

withOwnSite.describe('a database that does not answer', () => {
  withOwnSite.use({ expectedNoise: /503/ })

  withOwnSite(
    'is said to, nothing is lost, and it can be tried again',
    async ({ page, file, responses, ownSite }) => {
      await compareRemembered(page, 'fr', answers)
      await openTakePart(page, 'fr')
      await consentBox(page, 'fr').check()
      renameSync(file, `${file}-away`)
      await contributeButton(page, 'fr').click()
      await expect(page.getByText(say('fr', 'contribution.refusals.notKept'))).toBeVisible()
      expect(ownSite.output()).toMatch(/"kind":"missing".*a contribution could not be kept/)
      expect(ownSite.output()).not.toContain('teleconsultation')

      renameSync(`${file}-away`, file)
      await contributeButton(page, 'fr').click()
      await expect(shownReceipt(page)).toHaveText(receiptPattern)
      expect(await responses()).toHaveLength(1)
    },
  )

  withOwnSite('keeps a code from being used, and says so', async ({ page, file, responses }) => {
    await compareRemembered(page, 'fr', answers)
    const code = await contribute(page, 'fr')
    renameSync(file, `${file}-away`)
    await withdraw(page, 'fr', code)
    await expect(page.getByText(say('fr', 'withdrawal.refusals.notWithdrawn'))).toBeVisible()
    renameSync(`${file}-away`, file)
    await page.getByRole('button', { name: say('fr', 'withdrawal.submit') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
    expect(await responses()).toEqual([])
  })
})

test.describe('robots', () => {
  const looksKept = async (page: Page) => {
    await contributeButton(page, 'fr').click()
    await expect(shownReceipt(page)).toHaveText(receiptPattern)
    return (await shownReceipt(page).textContent()) ?? ''
  }

  test('fill in what nobody sees: all looks well, and nothing is stored', async ({ page, responses }) => {
    await compareRemembered(page, 'fr', answers)
    await openTakePart(page, 'fr')
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await consentBox(page, 'fr').check()
    await page.locator('input[name="remarks"]').fill('https://spam.example')
    const code = await looksKept(page)
    expect(await responses()).toEqual([])
    await page.reload()
    await expect(shownReceipt(page)).toHaveText(code)
  })

  withOwnSite.describe('are too fast', () => {
    withOwnSite.use({ settings: { MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '60' }, expectedNoise: /422/ })

    withOwnSite('but a box that is not ticked is an error at any speed', async ({ page, responses }) => {
      await compareRemembered(page, 'fr', answers)
      await openTakePart(page, 'fr')
      await contributeButton(page, 'fr').click()
      await expect(page.getByText(say('fr', 'contribution.refusals.consent'))).toBeVisible()
      expect(await responses()).toEqual([])
    })

    withOwnSite('all looks well, and nothing is stored', async ({ page, responses }) => {
      await compareRemembered(page, 'fr', answers)
      await openTakePart(page, 'fr')
      await consentBox(page, 'fr').check()
      await looksKept(page)
      expect(await responses()).toEqual([])
    })
  })

  withOwnSite.describe('come from one address', () => {
    withOwnSite.use({
      settings: {
        MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
        MIROIR_CONTRIBUTIONS_PER_HOUR: '1',
        MIROIR_WITHDRAWALS_PER_HOUR: '1',
      },
      expectedNoise: /429|422/,
    })

    withOwnSite(
      'contributions and codes are limited, each address for itself',
      async ({ page, browser, baseURL, responses }) => {
        await compareRemembered(page, 'fr', answers)
        const code = await contribute(page, 'fr')
        await page.goto(pathTo('results', 'fr'))
        await eraseAll(page, 'fr')
        await compareRemembered(page, 'fr', answers)
        await openTakePart(page, 'fr')
        await consentBox(page, 'fr').check()
        await contributeButton(page, 'fr').click()
        await expect(
          page.getByText(say('fr', 'contribution.refusals.tooMany').replace('{minutes}', '60')),
        ).toBeVisible()
        await expectAccessible(page)
        expect(await responses()).toHaveLength(1)

        await withdraw(page, 'fr', code.replaceAll(/./g, '0'))
        await expect(page.getByText(say('fr', 'withdrawal.refusals.malformed'))).toBeVisible()
        await withdraw(page, 'fr', '0'.repeat(20))
        await expect(page.getByText(say('fr', 'withdrawal.refusals.unknown'))).toBeVisible()
        await withdraw(page, 'fr', code)
        await expect(
          page.getByText(say('fr', 'withdrawal.refusals.tooMany').replace('{minutes}', '60')),
        ).toBeVisible()

        const extraHTTPHeaders = { 'X-Forwarded-For': '198.51.100.1' }
        const elsewhere = await browser.newContext({ extraHTTPHeaders, ...(baseURL && { baseURL }) })
        const otherPage = await elsewhere.newPage()
        await compareRemembered(otherPage, 'fr', answers)
        await contribute(otherPage, 'fr')
        await withdraw(otherPage, 'fr', code)
        await expect(otherPage.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
        expect(await responses()).toHaveLength(1)
        await elsewhere.close()
      },
    )
  })
})
