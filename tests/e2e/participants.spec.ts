import { renameSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { locales, type Locale } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { figureRow, figureRows, rowCount, unfoldAll } from '../support/e2e/figures'
import { afterStart, giveResponses, makeUp, publish } from '../support/e2e/make-up'
import { test as withOwnSite } from '../support/e2e/own-site'
import { publishOn, test } from '../support/e2e/published-site'
import { compareRemembered, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, schemesIn } from '../support/e2e/test'
import { mixed } from '../support/golden/mixed.data'
import { youngUser } from '../support/golden/young-user.data'

const phone = { width: 360, height: 740 }

async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight)

test.describe('an edition of many made-up responses', () => {
  test.describe.configure({ mode: 'default' })
  test.use({ publication: 'largeDemo' })

  for (const locale of locales) {
    test.describe(locale, () => {
      test('an edition says how many, until when, and what comes next, and each question has its table', async ({
        page,
        request,
      }) => {
        await page.setViewportSize(phone)
        await page.goto(pathTo('participants', locale))
        await expect(page.getByText(say(locale, 'participants.demo'))).toBeVisible()
        await expect(page.locator('.edition > p').nth(1)).toContainText(/2[\s,.\u202f]?\d\d[05]/u)
        await expect(page.locator('.next-edition')).toContainText('50')
        // The first screen has a figure of how many, and the whole page is short while folded but for the first theme.
        expect(await heightOf(page)).toBeLessThanOrEqual(9000)
        const question = page.locator('#answers-usage-teleconsultation')
        await question.getByText(say(locale, 'participants.table'), { exact: true }).click()
        const link = question.getByRole('link', { name: say(locale, 'participants.tableCsv') })
        const fragment = await request.get((await link.getAttribute('href')) ?? '')
        expect(await fragment.text()).toContain('usage.teleconsultation')
        // Picture, table and file say the same.
        const picture = await question.locator('[data-option="never"] b').first().textContent()
        const row = question.locator('tbody tr').last()
        await expect(row.locator('td').first()).toContainText(picture ?? 'nothing')
        await expectNoSideways(page)
        await unfoldAll(page)
        await expectNoSideways(page)
        const answer = await request.get(page.url())
        expect((await answer.body()).byteLength).toBeLessThanOrEqual(480_000)
      })

      test('beside the results participants have a line and a mark of their own', async ({ page }) => {
        await page.setViewportSize(phone)
        await compareRemembered(page, locale, youngUser.answers)
        await expect(page.getByText(say(locale, 'participants.demo'))).toBeVisible()
        await unfoldAll(page)
        const line = figureRow(page, 'trust.teleconsultation/french').locator('> .participants')
        await expect(line).toHaveText(/^[Pp]articipants\s?: \d+\s?%$/u)
        await expect(line.locator('.participants-bar')).toBeVisible()
        await expect(page.locator('#theme-trust').getByText(say(locale, 'participants.tag'))).toHaveCount(1)
        // The national figure stands as it did.
        await expect(figureRow(page, 'trust.teleconsultation/french').locator('> b')).toHaveText(/^30\s?%$/)
        await expectNoSideways(page)
        expect(await heightOf(page)).toBeLessThanOrEqual(11_000)
      })
    })
  }
})

test.describe('an edition of made-up responses', () => {
  test.describe.configure({ mode: 'default' })

  for (const locale of locales) {
    test.describe(locale, () => {
      for (const colorScheme of schemesIn(locale)) {
        test.describe(colorScheme, () => {
          test.use({ colorScheme })

          test('axe finds nothing, folded and unfolded, on the edition and beside the results', async ({
            page,
          }) => {
            await page.goto(pathTo('participants', locale))
            await expectAccessible(page)
            await unfoldAll(page)
            await expectAccessible(page)
            await compareRemembered(page, locale, mixed.answers)
            await expect(page.locator('.participants-note')).toBeVisible()
            await unfoldAll(page)
            await expect(page.locator('.participants').first()).toBeVisible()
            await expectAccessible(page)
          })
        })
      }
    })
  }

  test('a hidden cell says so, in both languages, and nothing is shown that has fewer than fifteen', async ({
    page,
  }) => {
    const inLanguage = async (locale: Locale) => {
      await page.goto(pathTo('participants', locale))
      const hidden = page.locator('.answer > i')
      await unfoldAll(page)
      await expect(hidden.getByText(say(locale, 'export.suppressed')).first()).toBeVisible()
      return page.locator('.answer-table small').allInnerTexts()
    }
    for (const locale of locales) {
      const counts = (await inLanguage(locale)).map((text) => Number(text.replaceAll(/\D/g, '')))
      expect(counts.length).toBeGreaterThan(0)
      for (const count of counts) expect(count % 5).toBe(0)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(15)
    }
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('all of it is there', async ({ page }) => {
      await page.goto('/fr/participants')
      await page.locator('#theme-trust > summary').click()
      const question = page.locator('#answers-trust-teleconsultation')
      await expect(question.locator('.answer').first()).toBeVisible()
      await question.getByText(say('fr', 'participants.table'), { exact: true }).click()
      await expect(question.locator('.answer-table')).toBeVisible()
    })
  })

  test('on paper every question is there', async ({ page }) => {
    await page.goto('/fr/participants')
    await page.emulateMedia({ media: 'print' })
    const questions = page.locator('.edition-question')
    expect(await questions.count()).toBeGreaterThan(30)
    await expect(page.locator('.edition-question h4:visible')).toHaveCount(await questions.count())
  })

  test.describe('what is not there', () => {
    test.use({ expectedNoise: /404/ })

    test('an edition that nobody knows is said to be unknown', async ({ page }) => {
      for (const id of ['1', 'demo-2', 'latest', '%27', '__proto__']) {
        const response = await page.goto(`/fr/participants/${id}`)
        expect([id, response?.status()]).toEqual([id, 404])
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          say('fr', 'participants.unknownTitle'),
        )
      }
      await expectAccessible(page)
      await page.getByRole('link', { name: say('fr', 'participants.toLatest') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'participants.title'))
    })
  })
})

test.describe('two editions', () => {
  test.describe.configure({ mode: 'default' })
  test.use({ publication: 'twice' })

  for (const locale of locales) {
    test(`the last one is shown, the first stays at its address, and shares are seen to move, ${locale}`, async ({
      page,
    }) => {
      await page.goto(pathTo('participants', locale))
      await expect(page.getByText(say(locale, 'participants.demo'))).toHaveCount(0)
      await expect(page.locator('.participants-before').first()).toBeAttached()
      await page.locator('.edition-list a').click()
      await expect(page).toHaveURL(new RegExp(`${pathTo('participants', locale)}/1$`))
      await expect(page.locator('.notice')).toHaveCount(1)
      await expect(page.locator('.participants-before')).toHaveCount(0)
      const other = locale === 'fr' ? 'en' : 'fr'
      await page.locator(`a[hreflang="${other}"]`).click()
      await expect(page).toHaveURL(new RegExp(`${pathTo('participants', other)}/1$`))
    })
  }

  test('on a narrow screen, also with text twice as large, nothing scrolls sideways and words stay whole', async ({
    page,
  }) => {
    for (const [width, rootPixels] of [
      [320, 16],
      [360, 32],
    ] as const) {
      await page.setViewportSize({ width, height: 740 })
      await page.goto('/fr/participants')
      await page.evaluate((size) => void (document.documentElement.style.fontSize = `${size}px`), rootPixels)
      await unfoldAll(page)
      await expect(page.locator('.answer-table td').first()).toBeVisible()
      await expectNoSideways(page)
      const broken = await page.evaluate(() => {
        const range = document.createRange()
        const cells = [...document.querySelectorAll('.answer b, .answer-table :is(th, td)')]
        return cells.flatMap((cell) =>
          [...cell.childNodes].flatMap((node) => {
            range.selectNodeContents(node)
            const words = (node.textContent ?? '').trim().split(/[\s-]+/).length
            return range.getClientRects().length > words ? [node.textContent] : []
          }),
        )
      })
      expect(broken).toEqual([])
    }
  })
})

withOwnSite.describe('a site of its own', () => {
  withOwnSite.beforeEach(async ({ ownSite }) => afterStart(ownSite))

  for (const locale of locales) {
    withOwnSite.describe(locale, () => {
      withOwnSite(
        'before the first edition the page says what that waits for, and the results show nobody',
        async ({ page, file }) => {
          expect(await makeUp(file, 80)).toBeNull()
          const response = await page.goto(pathTo('participants', locale))
          expect(response?.status()).toBe(200)
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'participants.title'))
          await expect(page.getByText(say(locale, 'participants.none'))).toBeVisible()
          await expect(page.locator('.next-edition')).toContainText('100')
          await expectAccessible(page)
          await compareRemembered(page, locale, mixed.answers)
          await expect(figureRows(page)).toHaveCount(rowCount)
          await expect(page.locator('.participants, .participants-note')).toHaveCount(0)
        },
      )
    })
  }

  withOwnSite('what comes after an edition changes nothing of it', async ({ page, file }) => {
    await publishOn('twice', file)
    await page.goto('/fr/participants/1')
    const shown = async () => page.locator('.themes').innerText()
    const before = await shown()
    await giveResponses(file, 300, '2026-W40')
    expect(await publish(file, new Date('2026-10-10T04:00:00Z'))).toBe('3')
    await page.reload()
    expect(await shown()).toBe(before)
  })

  withOwnSite.describe('a database that fails', () => {
    withOwnSite.use({ expectedNoise: /503/ })

    withOwnSite('while it does, the page says so', async ({ page, file }) => {
      await page.goto('/fr/participants')
      renameSync(file, `${file}-away`)
      const response = await page.goto('/fr/participants')
      expect(response?.status()).toBe(503)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'errors.databaseTitle'))
      await expectAccessible(page)
      renameSync(`${file}-away`, file)
      expect((await page.reload())?.status()).toBe(200)
    })
  })
})
