import { adminPath } from '@/lib/i18n/admin-pages'
import { press } from '../support/e2e/admin'
import { testAccounts as test } from '../support/e2e/admin-people'
import { expect } from '../support/e2e/test'
import { startReverseProxy, usualProxies } from '../support/reverse-proxy'

test.use({ expectedNoise: /another origin: http:\/\/localhost/ })

test('a link for a new account names the site as a reader knows it, behind a proxy that rewrites the host', async ({
  page,
  context,
  served,
  people,
}) => {
  const passOn = usualProxies['another host, and the right X-Forwarded-Host']
  const front = await startReverseProxy(served.url, passOn)
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(`http://localhost:${front.port}${adminPath('accounts', 'en')}`)
  await page.locator('#invite-email').fill('viewer@example.org')
  await press(page, 'en', 'admin.accounts.invite')
  await expect(page.locator('.shown-once code')).toHaveText(
    new RegExp(`^http://localhost:${front.port}/en/admin/invitation/[\\w-]{43}$`),
  )
  await front.close()
})
