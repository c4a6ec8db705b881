import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseNotedHead, notedHeadText } from '@/lib/audit/noted-head'
import { appendAudit } from '@/lib/db/audit'
import { verifyAudit } from '@/lib/db/read-audit'
import { adminPath } from '@/lib/i18n/admin-pages'
import { locales, type Locale } from '@/lib/i18n/locales'
import { expectTitle, press } from '../support/e2e/admin'
import { test, type People } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /403|503/ })
// People come in with passwords that take their time, and the log is filled entry by entry.
test.describe.configure({ timeout: 180_000 })

/** Entries of the daily work, one for each minute of a day. */
async function addPurges({ database, auditKey }: People, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const details = { receiptsErased: number, responsesDeleted: 0 }
    const entry = { actor: 'system', action: 'purged', subject: null, outcome: 'succeeded', details } as const
    await appendAudit(database, auditKey, entry, new Date(Date.UTC(2026, 9, 1, 0, number)))
  }
}

const entries = (page: Page) => page.locator('.audit-entry')
const what = (page: Page, locale: Locale, action: string) =>
  entries(page).filter({ hasText: say(locale, `admin.audit.actions.${action}`) })

async function show(page: Page, locale: Locale, choice: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(adminPath('audit', locale))
  for (const [name, text] of Object.entries(choice)) {
    const control = page.locator(`[name="${name}"]`)
    if (name === 'from' || name === 'to') await control.fill(text)
    else await control.selectOption(text)
  }
  await press(page, locale, 'admin.audit.filter.submit')
}

for (const locale of locales) {
  test(`owners read who did what, ${locale}`, async ({ page, context, people }) => {
    const owner = await people.firstOwner()
    const viewer = await people.invite(owner, 'viewer')
    await owner.enter(context)
    await page.goto(adminPath('dashboard', locale))
    await page.getByRole('link', { name: say(locale, 'admin.titles.audit') }).click()
    await expectTitle(page, locale, 'audit')
    await expect(what(page, locale, 'secondFactorSetUp')).toHaveCount(2)
    await expect(what(page, locale, 'secondFactorSetUp').first()).toContainText(viewer.email)
    await expect(what(page, locale, 'invitationMade').first()).toContainText(owner.email)
    await expect(what(page, locale, 'invitationMade').first()).toContainText(
      say(locale, 'admin.roles.viewer'),
    )
    // The first link was made on the server's machine.
    await expect(what(page, locale, 'invitationMade').last()).toContainText(say(locale, 'admin.audit.system'))
    await expect(entries(page).locator('time').first()).toContainText('UTC')
    await expectAccessible(page)
  })
}

for (const hasScripts of [true, false]) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('a choice of entries stays over pages and in the other language', async ({
      page,
      context,
      people,
    }) => {
      const owner = await people.firstOwner()
      await addPurges(people, 120)
      await owner.enter(context)
      await show(page, 'en', { action: 'purged', who: 'system', from: '2026-10-01', to: '2026-10-01' })
      await expect(entries(page)).toHaveCount(50)
      await expect(entries(page).first()).toContainText('120 receipts erased')
      await page.getByRole('link', { name: say('en', 'admin.audit.older') }).click()
      await addPurges(people, 1)
      await page.getByRole('link', { name: say('en', 'admin.audit.older') }).click()
      await expect(entries(page)).toHaveCount(20)
      await expect(entries(page).last()).toContainText('1 receipt erased')
      await expect(page.getByRole('link', { name: say('en', 'admin.audit.older') })).toHaveCount(0)
      await page.getByRole('link', { name: 'Français' }).click()
      await expect(entries(page)).toHaveCount(20)
      await expect(page.locator('[name="action"]')).toHaveValue('purged')
      await page.getByRole('link', { name: say('fr', 'admin.audit.newer'), exact: true }).click()
      await expect(entries(page).first()).toContainText('70 codes de retrait effacés')
      await page.getByRole('link', { name: say('fr', 'admin.audit.newest') }).click()
      await expect(entries(page).first()).toContainText('1 code de retrait effacé')
    })
  })
}

test('by account, by outcome, and nothing', async ({ page, context, people }) => {
  const owner = await people.firstOwner()
  const viewer = await people.invite(owner, 'viewer')
  await owner.enter(context)
  await show(page, 'en', { who: viewer.id })
  await expect(entries(page)).not.toHaveCount(0)
  await expect(entries(page).filter({ hasNotText: viewer.email })).toHaveCount(0)
  await show(page, 'en', { outcome: 'failed' })
  await expect(entries(page)).toHaveCount(0)
  await expect(page.getByText(say('en', 'admin.audit.noneSuch'))).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${adminPath('audit', 'en')}?action=everything&from=soon&outcome=refused`)
  await expect(page.locator('.problem')).toHaveText(/Action, From day/)
  await expect(page.locator('[name="outcome"]')).toHaveValue('refused')
  await expectAccessible(page)
  await page.goto(`${adminPath('audit', 'en')}?from=2026-11-24&to=2026-11-23`)
  await expect(page.getByText(say('en', 'admin.audit.filter.dayOrder'))).toBeVisible()
  await expect(entries(page)).not.toHaveCount(0)
})

test('an account that was removed is named by its id, which leads to what it did', async ({
  page,
  context,
  people,
}) => {
  const owner = await people.firstOwner()
  const viewer = await people.invite(owner, 'viewer')
  await people.database.run(async (client) => client.adminUser.delete({ where: { id: viewer.id } }))
  await owner.enter(context)
  await page.goto(adminPath('audit', 'fr'))
  await page.getByRole('link', { name: viewer.id }).first().click()
  await expect(entries(page).filter({ hasText: say('fr', 'admin.audit.removed') })).not.toHaveCount(0)
  await expect(entries(page).filter({ hasNotText: viewer.id })).toHaveCount(0)
  await expect(page.locator('[name="who"]')).toHaveValue(viewer.id)
  await expectAccessible(page)
})

test('a log that is not whole is told, and one that cannot be read', async ({ page, context, people }) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(adminPath('audit', 'en'))
  // The site has verified it as it started.
  await expect(page.locator('.audit-state')).toContainText(/Verified .* UTC: it was whole/)
  await expect(page.locator('.problem')).toHaveCount(0)

  const { database, auditKey } = people
  const verified = { actor: 'system', action: 'auditVerified', subject: null } as const
  const whole = { ...verified, outcome: 'succeeded', details: { entryCount: 4, invalidCount: 0 } } as const
  await appendAudit(database, auditKey, whole, new Date())
  await page.reload()
  await expect(page.locator('.audit-state')).toContainText('it was whole, with 4 entries')
  const found = { entryCount: 4, invalidCount: 2, firstInvalid: 3 }
  const broken = { ...verified, outcome: 'failed', details: found } as const
  await appendAudit(database, auditKey, broken, new Date(Date.now() - 3 * 24 * 60 * 60 * 1000))
  await page.reload()
  await expect(page.locator('.audit-state .problem')).toContainText(
    'this log was not whole. 2 entries are missing or do not fit, the first is entry 3.',
  )
  await expect(page.getByText(say('en', 'admin.audit.state.overdue'))).toBeVisible()

  await database.run(async (client) => {
    await client.$executeRawUnsafe('DROP TRIGGER "audit_head_stays"').catch(() => 0)
    await client.auditHead.updateMany({ data: { entryCount: 1 } })
  })
  await page.reload()
  await expect(page.getByText(say('en', 'admin.audit.state.endBroken'))).toBeVisible()
  await expectAccessible(page)
  const refused = await page.request.get(`${adminPath('audit', 'en')}/download`)
  expect(refused.status()).toBe(503)

  await database.run(async (client) => client.$executeRawUnsafe('DROP TABLE audit_entry'))
  const response = await page.goto(adminPath('audit', 'en'))
  expect(response?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'admin.unavailableTitle'))
  await expectAccessible(page)
})

test('the file has the entries of the choice, and the log says that it was taken', async ({
  page,
  context,
  people,
}) => {
  const owner = await people.firstOwner()
  await addPurges(people, 1500)
  await owner.enter(context)
  await page.goto(adminPath('audit', 'fr'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('fr', 'admin.audit.download') }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^miroir-audit-\d{4}-\d\d-\d\d\.jsonl$/)
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n')
  const read = lines.map((line) => JSON.parse(line) as { sequence: number; hash: string })
  expect(read.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1))
  expect(lines.length).toBeGreaterThan(1500)
  // Its last line is a head that a later verification can be held against.
  const { sequence: entryCount = 0, hash: lastHash = '' } = read.at(-1) ?? {}
  const noted = parseNotedHead(notedHeadText({ entryCount, lastHash }))
  const { database, auditKey } = people
  expect(await verifyAudit(database, auditKey, noted ?? undefined)).toMatchObject({ invalidCount: 0 })

  await page.reload()
  const first = entries(page).first()
  await expect(first).toContainText(say('fr', 'admin.audit.actions.auditDownloaded'))
  await expect(first).toContainText(owner.email)
  await expect(first).toContainText(`${lines.length.toLocaleString('fr')} entrées`)

  const choice = '?action=purged&to=2026-10-01'
  const some = await page.request.get(`${adminPath('audit', 'fr')}/download${choice}`)
  expect(some.headers()).toMatchObject({
    'content-type': 'application/jsonl; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect((await some.text()).trimEnd().split('\n')).toHaveLength(1439)
})
