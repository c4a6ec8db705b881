import { adminPath } from '@/lib/i18n/admin-pages'
import { codeOf, expectTitle, press, signIn } from '../support/e2e/admin'
import { testAccounts as test } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { expect } from '../support/e2e/test'

test.use({ expectedNoise: /422/ })
test.describe.configure({ timeout: 180_000 })

for (const hasScripts of [true, false]) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('a browser that has signed in once gets in while strangers have locked themselves out', async ({
      page,
      context,
      browser,
      people,
      served,
    }) => {
      const owner = await people.firstOwner()
      const elsewhere = await browser.newContext({
        baseURL: served.url,
        javaScriptEnabled: hasScripts,
      })
      const stranger = await elsewhere.newPage()
      for (let count = 0; count < 6; count += 1) {
        await signIn(stranger, 'fr', owner.email, `wrong ${count} wrong wrong`)
        await expect(stranger.getByText(say('fr', 'admin.refusals.refused'))).toBeVisible()
      }
      await signIn(stranger, 'fr', owner.email)
      await expect(stranger.getByText(say('fr', 'admin.refusals.refused'))).toBeVisible()
      // A person who has not come in gets no cookie.
      expect(await elsewhere.cookies()).toEqual([])
      await elsewhere.close()

      await owner.enter(context)
      await page.goto(adminPath('dashboard', 'fr'))
      await press(page, 'fr', 'admin.signOut')
      await expectTitle(page, 'fr', 'signIn')
      expect(await context.cookies()).toMatchObject([{ name: 'miroir-admin-device', httpOnly: true }])
      await signIn(page, 'fr', owner.email)
      await expectTitle(page, 'fr', 'code')
      await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(owner.totpSecret, 1))
      await press(page, 'fr', 'admin.code.submit')
      await expectTitle(page, 'fr', 'dashboard')
      const device = (await context.cookies()).find(({ name }) => name === 'miroir-admin-device')
      expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
      expect((device?.expires ?? 0) * 1000).toBeGreaterThan(Date.now() + 364 * 24 * 60 * 60 * 1000)
    })
  })
}
