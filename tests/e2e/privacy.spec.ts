import type { Request } from '@playwright/test'
import { allHighest } from '../support/golden/all-highest.data'
import { answerUntilCheck, askForComparison, openQuestionnaire } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

/** Words of the answers that would show in a request, an address or a log. */
const telling = /ageBand|from35|conversationalAi|yesCompletely|severeDisorders|veryHigh/

test('nothing leaves the tab before the comparison is asked for, and nothing is told afterwards', async ({
  page,
  context,
  site,
}) => {
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))

  await page.goto('/')
  await openQuestionnaire(page, 'fr')
  await answerUntilCheck(page, 'fr', allHighest.answers)
  expect(requests.length).toBeGreaterThan(0)
  for (const request of requests) {
    expect(request.method()).toBe('GET')
    expect(new URL(request.url()).search).not.toMatch(telling)
    expect(await request.headerValue('cookie')).toBeNull()
  }
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)

  await askForComparison(page, 'fr')
  const cookies = await context.cookies()
  expect(cookies).toMatchObject([{ name: 'comparison', httpOnly: true, sameSite: 'Lax', path: '/' }])
  expect(cookies[0]?.value).not.toMatch(telling)
  expect(cookies[0]?.expires).toBeLessThanOrEqual(Date.now() / 1000 + 2 * 60 * 60)

  const results = await page.goto('/fr/resultats')
  expect(results?.headers()['cache-control']).toContain('no-store')
  for (const request of requests) expect(request.url()).not.toMatch(/under35|from35|yesCompletely|veryHigh/)
  expect(page.url()).toMatch(/\/fr\/resultats$/)
  expect(site.output()).not.toMatch(telling)
})

test('the form that seals the answers leads on, and no page may be framed or sniffed', async ({ page }) => {
  await openQuestionnaire(page, 'fr', '#check')
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    askForComparison(page, 'fr'),
  ])
  expect(new URL(response.url()).pathname).toBe('/api/comparison')
  expect(response.headers()['cache-control']).toContain('no-store')
  const headers = (await page.request.get('/fr')).headers()
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers['set-cookie']).toBeUndefined()
})
