import type { Page } from '@playwright/test'
import { readSchemeState } from '@/lib/db/scheme'
import { projectWaveId } from '@/tests/support/project-wave'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { tools, type Tool } from '@/lib/instrument/tools'
import { codeOf, expectTitle, press } from '../support/e2e/admin'
import type { People } from '../support/e2e/admin-people'
import { expectAwake } from '../support/e2e/awake'
import { schemeBox, schemeEffect, test } from '../support/e2e/editions'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

// People come in with passwords that take their time.
test.describe.configure({ timeout: 240_000 })
test.use({ expectedNoise: /422/ })

/** What the database has of a choice: numbers in the file and waiting, as the page writes them. */
async function numbersOf({ database }: People, locale: Locale, chosen: readonly Tool[]) {
  const { preview } = await readSchemeState(database, projectWaveId)
  const found = preview?.find(({ scheme }) => scheme.tools.join() === chosen.join())
  return [found?.inFile, found?.waiting].map((number) => number?.toLocaleString(locale) ?? 'a number')
}

async function expectEffect(page: Page, people: People, locale: Locale, chosen: readonly Tool[]) {
  for (const tool of chosen) {
    await expect(schemeEffect(page)).toContainText(say(locale, `toolLabels.${tool}`))
  }
  for (const number of await numbersOf(people, locale, chosen)) {
    await expect(schemeEffect(page)).toContainText(number)
  }
}

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [true, 'en'],
  [false, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('an owner sees what each choice would do, and chooses', async ({
      page,
      context,
      people,
      owner,
      makeEdition,
    }) => {
      // Too few for an edition.
      await makeEdition(90)
      await page.setViewportSize({ width: 360, height: 780 })
      await owner.enter(context)
      await page.goto(adminPath('editions', locale))
      if (hasScripts) await expectAwake(page)
      const see = page.getByRole('button', { name: say(locale, 'admin.editions.scheme.see') })
      await expectEffect(page, people, locale, [])
      await schemeBox(page, 'teleconsultation').check()
      await schemeBox(page, 'socialNetworks').check()
      if (!hasScripts) {
        await see.click()
        await expect(page).toHaveURL(/see=1#scheme$/)
      }
      const chosen: readonly Tool[] = tools.filter(
        (tool) => tool === 'teleconsultation' || tool === 'socialNetworks',
      )
      await expectEffect(page, people, locale, chosen)
      await expect(see).toHaveCount(hasScripts ? 0 : 1)
      // Beside each tool stands what it would change.
      const hint = await numbersOf(people, locale, ['teleconsultation'])
      await expect(schemeBox(page, 'socialNetworks')).toHaveAccessibleDescription(
        new RegExp(`${hint[0]}.*${hint[1]}`),
      )
      if (hasScripts) await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThan(1)

      await press(page, locale, 'admin.editions.scheme.choose')
      await expect(page.getByText(say(locale, 'admin.editions.scheme.done'))).toBeVisible()
      await page.goto(adminPath('editions', locale))
      for (const tool of tools) {
        await expect(schemeBox(page, tool)).toBeChecked({ checked: chosen.includes(tool) })
        if (chosen.includes(tool)) {
          await expect(page.locator('.scheme-present')).toContainText(say(locale, `toolLabels.${tool}`))
        }
      }
      await page.goto(adminPath('audit', locale))
      await expect(page.locator('.audit-entries')).toContainText(
        say(locale, 'admin.audit.actions.schemeChosen'),
      )
    })
  })
}

test('without scripts, what is asked for stays in the other language, also no tool at all', async ({
  browser,
  ownSite,
  owner,
}) => {
  const context = await browser.newContext({ baseURL: ownSite.url, javaScriptEnabled: false })
  await owner.enter(context)
  const page = await context.newPage()
  await page.goto(`${adminPath('editions', 'fr')}?see=1&tool=socialNetworks&tool=nonsense`)
  await expect(schemeBox(page, 'socialNetworks')).toBeChecked()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/admin\/editions\?see=1&tool=socialNetworks$/)
  await expect(schemeBox(page, 'socialNetworks')).toBeChecked()
  await press(page, 'en', 'admin.editions.scheme.choose')
  await expect(page.getByText(say('en', 'admin.editions.scheme.done'))).toBeVisible()
  await schemeBox(page, 'socialNetworks').uncheck()
  await press(page, 'en', 'admin.editions.scheme.see')
  await expect(schemeBox(page, 'socialNetworks')).not.toBeChecked()
  await expect(schemeEffect(page)).not.toContainText(say('en', 'toolLabels.socialNetworks'))
  await context.close()
})

test('a keyboard is enough', async ({ page, context, owner }) => {
  await owner.enter(context)
  await page.goto(adminPath('editions', 'en'))
  await expectAwake(page)
  await schemeBox(page, tools[0]).focus()
  await page.keyboard.press('Space')
  await expect(schemeEffect(page)).toContainText(say('en', `toolLabels.${tools[0]}`))
  for (const tool of tools.slice(1)) {
    await page.keyboard.press('Tab')
    await expect(schemeBox(page, tool)).toBeFocused()
  }
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('en', 'admin.editions.scheme.done'))).toBeVisible()
})

test('a second factor of too long ago changes nothing, and leads back', async ({
  page,
  context,
  people,
  owner,
}) => {
  await owner.enter(context)
  const secondFactorAt = new Date(Date.now() - 16 * 60_000)
  await people.database.run(async (client) => client.adminSession.updateMany({ data: { secondFactorAt } }))
  await page.goto(adminPath('editions', 'fr'))
  await expectAwake(page)
  await schemeBox(page, 'addictionApps').check()
  await press(page, 'fr', 'admin.editions.scheme.choose')
  await expect(page.getByText(say('fr', 'admin.refusals.notFresh'))).toBeVisible()
  expect((await readSchemeState(people.database, projectWaveId)).scheme.tools).toEqual([])
  await page.getByRole('link', { name: say('fr', 'admin.confirm.go') }).click()
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(owner.totpSecret, 1))
  await press(page, 'fr', 'admin.confirm.submit')
  await expectTitle(page, 'fr', 'editions')
})

test('the first edition freezes the choice, also for a page that is open; exporters only read it', async ({
  page,
  context,
  browser,
  baseURL,
  owner,
  exporter,
  makeEdition,
}) => {
  const other = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
  await exporter.enter(other.context())
  await other.goto(adminPath('editions', 'en'))
  await expect(other.getByText(say('en', 'admin.editions.scheme.askOwner'))).toBeVisible()
  await expect(other.locator('.scheme-tools')).toHaveCount(0)
  await other.context().close()

  await owner.enter(context)
  await page.goto(adminPath('editions', 'en'))
  await expectAwake(page)
  await schemeBox(page, 'addictionApps').check()
  await makeEdition()
  await press(page, 'en', 'admin.editions.scheme.choose')
  await expect(page.getByText(say('en', 'admin.refusals.schemeFrozen'))).toBeVisible()
  await page.reload()
  await expect(page.getByText(say('en', 'admin.editions.scheme.frozen'))).toBeVisible()
  await expect(page.locator('.scheme-present')).toContainText(say('en', 'admin.editions.list.none'))
  await expect(page.locator('.scheme-tools')).toHaveCount(0)
  await expectAccessible(page)
})
