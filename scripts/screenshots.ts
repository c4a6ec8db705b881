// npm run screenshots: takes the pictures of the README from the site as it is.
import { chromium } from '@playwright/test'
import { pathTo } from '@/lib/i18n/routes'
import { instrumentVersion } from '@/lib/instrument/versions'
import { draftOf } from '@/lib/instrument/draft'
import { browserArguments, findBrowser } from '../tests/support/browser'
import { mixed } from '../tests/support/golden/mixed.data'
import { startSite } from '../tests/support/running-site'

const site = await startSite()
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
const page = await browser.newPage({ viewport: { width: 390, height: 780 }, deviceScaleFactor: 2 })

await page.goto(`${site.url}${pathTo('home', 'fr')}`)
await page.screenshot({ path: 'docs/images/home.png' })
const remembered = { version: instrumentVersion, draft: draftOf(mixed.answers), visited: [] }
await page.evaluate(
  (state) => sessionStorage.setItem('miroir.questionnaire', state),
  JSON.stringify(remembered),
)
await page.goto(`${site.url}${pathTo('questionnaire', 'fr')}#teleconsultation`)
await page.locator('form[data-awake]').waitFor()
await page.screenshot({ path: 'docs/images/questionnaire.png' })

await page.goto(`${site.url}${pathTo('questionnaire', 'fr')}#check`)
await page.locator('form[data-awake] button[type="submit"]:visible').first().click()
await page.locator('.landmarks').waitFor()
await page.screenshot({ path: 'docs/images/results.png' })

await browser.close()
await site.stop()
