import { expect, it } from 'vitest'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { changeScheme } from '@/lib/auth/change-scheme'
import { signIn } from '@/lib/auth/sign-in'
import { projectWaveId } from '@/tests/support/project-wave'
import { streamAudit } from '@/lib/db/read-audit'
import { readSchemeState } from '@/lib/db/scheme'
import { seedFigures } from '@/lib/db/waves/seed'
import { collect } from '@/tests/support/audit-chain'
import { firstOwner, freshArea, freshen, invite, passMinutes, password } from './area'

const waveId = projectWaveId
const auditKey = 'an audit secret of the tests, long enough'

const choose = async (request: AdminRequest) =>
  changeScheme(request, { waveId, scheme: { tools: ['teleconsultation'] }, auditKey })

it('the scheme is chosen by owners only, whose second factor was checked a short while ago', async () => {
  const area = await freshArea()
  await seedFigures(area.database)
  const toolsOf = async () => (await readSchemeState(area.database, waveId)).scheme.tools
  const owner = await firstOwner(area)
  const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
  const exporter = await invite(area, owner, 'exporter', 'exporter@example.org')
  const half = area.openBrowser()
  await signIn(half.request, { email: owner.email, password })
  for (const { browser } of [viewer, exporter]) {
    expect(await choose(browser.request)).toEqual({ ok: false, reason: 'forbidden' })
  }
  expect(await choose(half.request)).toEqual({ ok: false, reason: 'secondFactorPending' })
  expect(await choose(area.openBrowser().request)).toEqual({ ok: false, reason: 'signedOut' })
  passMinutes(15)
  expect(await choose(owner.browser.request)).toEqual({ ok: false, reason: 'notFresh' })
  expect(await toolsOf()).toEqual([])
  expect(await collect(streamAudit(area.database))).toEqual([])

  await freshen(owner)
  expect(await choose(owner.browser.request)).toEqual({ ok: true })
  expect(await toolsOf()).toEqual(['teleconsultation'])
  expect(await collect(streamAudit(area.database))).toMatchObject([
    { actor: owner.id, action: 'schemeChosen', subject: waveId },
  ])
})
