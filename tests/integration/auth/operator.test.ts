import { expect, it } from 'vitest'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { changeContributionDays } from '@/lib/auth/change-contribution-days'
import { changeOperator } from '@/lib/auth/change-operator'
import { signIn } from '@/lib/auth/sign-in'
import { projectWaveId } from '@/tests/support/project-wave'
import { readOperator } from '@/lib/db/operator'
import { readParticipation } from '@/lib/db/participation'
import { streamAudit } from '@/lib/db/read-audit'
import { seedFigures } from '@/lib/db/waves/seed'
import { unsaidOperator } from '@/lib/operator/operator'
import { collect } from '@/tests/support/audit-chain'
import { firstOwner, freshArea, freshen, invite, passMinutes, password } from './area'

const auditKey = 'an audit secret of the tests, long enough'
const waveId = projectWaveId

const change = async (request: AdminRequest, sent: Readonly<Record<string, string>>) =>
  changeOperator(request, { sent, auditKey })
const choose = async (request: AdminRequest, lastDay: string) =>
  changeContributionDays(request, { waveId, sent: { firstDay: '', lastDay }, auditKey })

it('the operator and the days to contribute are changed by owners only, whose second factor was checked a short while ago', async () => {
  const area = await freshArea()
  await seedFigures(area.database)
  const owner = await firstOwner(area)
  const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
  const exporter = await invite(area, owner, 'exporter', 'exporter@example.org')
  const half = area.openBrowser()
  await signIn(half.request, { email: owner.email, password })
  const works = [
    async (request: AdminRequest) => change(request, { name: 'A' }),
    async (request: AdminRequest) => choose(request, '2027-03-31'),
  ]
  for (const work of works) {
    for (const { browser } of [viewer, exporter]) {
      expect(await work(browser.request)).toEqual({ ok: false, reason: 'forbidden' })
    }
    expect(await work(half.request)).toEqual({ ok: false, reason: 'secondFactorPending' })
    expect(await work(area.openBrowser().request)).toEqual({ ok: false, reason: 'signedOut' })
  }
  passMinutes(15)
  for (const work of works) {
    expect(await work(owner.browser.request)).toEqual({ ok: false, reason: 'notFresh' })
  }
  expect(await readOperator(area.database)).toEqual(unsaidOperator)
  expect(await collect(streamAudit(area.database))).toEqual([])

  await freshen(owner)
  for (const work of works) expect(await work(owner.browser.request)).toEqual({ ok: true })
  expect(await readOperator(area.database)).toMatchObject({ name: 'A' })
  const { lastDay } = await area.database.run(async (client) => readParticipation(client, waveId))
  expect(lastDay).toBe('2027-03-31')
  expect(await collect(streamAudit(area.database))).toMatchObject([
    { actor: owner.id, action: 'operatorChanged' },
    { actor: owner.id, action: 'contributionDaysChosen', subject: waveId },
  ])
})

it('all that a form says is changed, or nothing, and each problem is named with its field', async () => {
  const area = await freshArea()
  await seedFigures(area.database)
  const { browser } = await firstOwner(area)
  expect(await change(browser.request, { name: 'A', email: 'nobody', 'purpose.fr': 'B' })).toEqual({
    ok: false,
    reason: 'badSettings',
    problems: { email: 'notEmail', 'purpose.en': 'otherLanguage' },
  })
  expect(await readOperator(area.database)).toEqual(unsaidOperator)
  expect(await choose(browser.request, '2026-11-22')).toEqual({
    ok: false,
    reason: 'badSettings',
    problems: { lastDay: 'past' },
  })
})
