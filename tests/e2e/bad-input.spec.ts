import type { APIRequestContext } from '@playwright/test'
import { say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

const formAddress = '/api/comparison?locale=fr'

async function post(
  request: APIRequestContext,
  baseURL: string | undefined,
  entries: readonly [string, string][],
) {
  return request.post(formAddress, {
    data: new URLSearchParams(entries.map(([name, value]) => [name, value])).toString(),
    headers: { Origin: baseURL ?? '', 'Content-Type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
  })
}

test('good answers are answered with 303', async ({ request, baseURL }) => {
  const response = await post(request, baseURL, [['ageBand', 'under35']])
  expect(response.status()).toBe(303)
  expect(response.headers()['location']).toMatch(/\/fr\/resultats/)
})

for (const [what, entries, words] of [
  ['an unknown item', [['trust.astrology', 'yes']], 'trust.astrology'],
  ['an unknown option', [['ageBand', 'under18']], say('fr', 'items.ageBand.question')],
  [
    'two values for a single choice',
    [
      ['ageBand', 'under35'],
      ['ageBand', 'from35'],
    ],
    say('fr', 'items.ageBand.question'),
  ],
] as const) {
  test(`${what} is answered with 422 and its name, and the other answers are still there`, async ({
    request,
    baseURL,
  }) => {
    const response = await post(request, baseURL, [
      ...entries.map(([n, v]): [string, string] => [n, v]),
      ['humanSupport', 'ratherYes'],
    ])
    const html = await response.text()
    expect(response.status()).toBe(422)
    expect(html).toContain(words)
    expect(html).toMatch(/<input(?=[^>]*name="humanSupport")(?=[^>]*value="ratherYes")[^>]*checked/)
    expect(response.headers()['set-cookie']).toBeUndefined()
  })
}

test('the address of a form, opened by itself, leads to its page', async ({ request }) => {
  for (const [form, page] of [
    ['comparison', '/fr/questionnaire'],
    ['contribution', '/fr/participer'],
    ['withdrawal', '/fr/retrait'],
  ] as const) {
    const response = await request.get(`/api/${form}?locale=fr`, { maxRedirects: 0 })
    expect([response.status(), response.headers()['location']]).toEqual([303, page])
  }
})

test('a body of 1 MB is refused with 413 and a page that says so', async ({ request, baseURL }) => {
  const response = await post(request, baseURL, [['ageBand', 'x'.repeat(1024 * 1024)]])
  expect(response.status()).toBe(413)
  expect(await response.text()).toContain(say('fr', 'errors.tooLargeTitle'))
})

test('a form of another site is refused with 403 and a page that says so', async ({ request }) => {
  const response = await post(request, 'https://elsewhere.example', [['ageBand', 'under35']])
  expect(response.status()).toBe(403)
  expect(await response.text()).toContain(say('fr', 'errors.otherSiteTitle'))
  expect(response.headers()['set-cookie']).toBeUndefined()
})

for (const [what, contentType, body] of [
  ['no form', 'text/plain', 'ageBand=under35'],
  ['JSON', 'application/json', '{"ageBand":"under35"}'],
  [
    'a broken form',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="ageBand"\r\n\r\n',
  ],
] as const) {
  test(`${what} is answered with 400 and a page that says so`, async ({ request, baseURL }) => {
    const response = await request.post(formAddress, {
      data: body,
      headers: { 'Content-Type': contentType, Origin: baseURL ?? '' },
    })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain(say('fr', 'errors.unreadableTitle'))
  })
}

test('a form that was cut on its way is answered with 400 and a page that says so', async ({
  request,
  baseURL,
}) => {
  const response = await request.post(formAddress, {
    data: '--x\r\nContent-Disposition: form-data; name="ageBand"\r\n\r\nunder',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x', Origin: baseURL ?? '' },
  })
  expect(response.status()).toBe(400)
  expect(await response.text()).toContain(say('fr', 'errors.unreadableTitle'))
})

for (const [what, value, title] of [
  ['no cookie', null, 'results.withoutAnswers.none.title'],
  [
    'a cookie as the site sealed it before',
    'Fe26.2*1*00*11*22*33*44*55~2',
    'results.withoutAnswers.expired.title',
  ],
  [
    'a tampered cookie',
    'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..tampered',
    'results.withoutAnswers.expired.title',
  ],
  ['a cookie that is no seal', 'no-seal', 'results.withoutAnswers.expired.title'],
] as const) {
  test(`the results with ${what} say what to do`, async ({ page, context, baseURL }) => {
    if (value !== null) await context.addCookies([{ name: 'comparison', value, url: baseURL ?? '' }])
    const response = await page.goto('/fr/resultats')
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', title))
    await page.getByRole('link', { name: say('fr', 'results.withoutAnswers.toQuestionnaire') }).click()
    await expect(page).toHaveURL(/questionnaire/)
  })
}

test('a browser that refuses the cookie of the comparison is told so', async ({ page, request, baseURL }) => {
  const first = await post(request, baseURL, [['ageBand', 'under35']])
  const address = first.headers()['location'] ?? ''
  // The page asks for that address without the cookie.
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('fr', 'results.withoutAnswers.refused.title'),
  )
  // What has kept the cookie is led to the page's own address, and is known from then on.
  expect((await request.get(address)).url()).toMatch(/\/fr\/resultats$/)
  const second = await post(request, baseURL, [['ageBand', 'under35']])
  expect(second.headers()['location']).toMatch(/\/fr\/resultats$/)
})
