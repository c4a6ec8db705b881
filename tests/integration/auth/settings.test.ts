import { expect, it } from 'vitest'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { changeSettings } from '@/lib/auth/change-settings'
import { signIn } from '@/lib/auth/sign-in'
import { projectWaveId } from '@/tests/support/project-wave'
import { editionRow } from '@/lib/db/edition-row'
import { streamAudit } from '@/lib/db/read-audit'
import { readOwnerSettings } from '@/lib/db/settings'
import { seedFigures } from '@/lib/db/waves/seed'
import { collect } from '@/tests/support/audit-chain'
import { emptyEdition } from '@/tests/support/empty-edition'
import { firstOwner, freshArea, freshen, invite, passMinutes, password } from './area'

const longest = { receiptDays: 30, responseMonths: 24 }
const auditKey = 'an audit secret of the tests, long enough'

const change = async (request: AdminRequest, sent: Readonly<Record<string, string>>) =>
  changeSettings(request, { sent, longest, waveId: projectWaveId, auditKey })

it('settings are changed by owners only, whose second factor was checked a short while ago', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
  const exporter = await invite(area, owner, 'exporter', 'exporter@example.org')
  const half = area.openBrowser()
  await signIn(half.request, { email: owner.email, password })
  const close = async (request: AdminRequest) => change(request, { contributionOpen: '0' })

  for (const { browser } of [viewer, exporter]) {
    expect(await close(browser.request)).toEqual({ ok: false, reason: 'forbidden' })
  }
  expect(await close(half.request)).toEqual({ ok: false, reason: 'secondFactorPending' })
  expect(await close(area.openBrowser().request)).toEqual({ ok: false, reason: 'signedOut' })
  passMinutes(15)
  expect(await close(owner.browser.request)).toEqual({ ok: false, reason: 'notFresh' })
  expect(await readOwnerSettings(area.database, longest)).toMatchObject({ contributionOpen: true })
  expect(await collect(streamAudit(area.database))).toEqual([])

  await freshen(owner)
  expect(await close(owner.browser.request)).toEqual({ ok: true })
  expect(await readOwnerSettings(area.database, longest)).toMatchObject({ contributionOpen: false })
  expect(await collect(streamAudit(area.database))).toMatchObject([
    { actor: owner.id, action: 'settingChanged', subject: 'contributionOpen' },
  ])
})

it('all that a form says is changed, or nothing', async () => {
  const area = await freshArea()
  const { browser } = await firstOwner(area)
  const sent = { receiptDays: '14', responseMonths: '25' }
  expect(await change(browser.request, sent)).toEqual({
    ok: false,
    reason: 'badSettings',
    problems: { responseMonths: 'outOfRange' },
  })
  expect(await readOwnerSettings(area.database, longest)).toMatchObject(longest)
  expect(await change(browser.request, { ...sent, responseMonths: '12' })).toEqual({ ok: true })
  expect(await readOwnerSettings(area.database, longest)).toMatchObject({
    receiptDays: 14,
    responseMonths: 12,
  })
})

it('the smallest group does not become smaller than that of the last edition', async () => {
  const area = await freshArea()
  const { browser } = await firstOwner(area)
  await seedFigures(area.database)
  await area.database.run(async (client) =>
    client.edition.create({ data: editionRow({ ...emptyEdition, smallestGroup: 15 }) }),
  )
  expect(await change(browser.request, { smallestGroup: '14' })).toEqual({
    ok: false,
    reason: 'badSettings',
    problems: { smallestGroup: 'outOfRange' },
  })
  expect(await change(browser.request, { smallestGroup: '15' })).toEqual({ ok: true })
})
