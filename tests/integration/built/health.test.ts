import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSite } from '../../support/running-site'

const token = 'a token of some forty characters, for tests'

test('a site says that it lives, and whether it can work', async () => {
  const site = await startSite()
  onTestFinished(site.stop)
  const live = await fetch(`${site.url}/livez`)
  expect([live.status, await live.text(), live.headers.get('x-content-type-options')]).toEqual([
    200,
    'ok\n',
    'nosniff',
  ])
  const ready = async () => {
    const answer = await fetch(`${site.url}/readyz`)
    return [answer.status, (await answer.json()) as unknown]
  }
  const fine = { process: true, build: true, database: true, secrets: true, disk: true }
  expect(await ready()).toEqual([200, { ready: true, checks: fine }])

  const file = path.join(site.dataDir, 'miroir.db')
  renameSync(file, `${file}.away`)
  rmSync(path.join(site.dataDir, 'audit-secret'))
  await expect
    .poll(ready)
    .toEqual([503, { ready: false, checks: { ...fine, database: false, secrets: false } }])
  expect((await fetch(`${site.url}/livez`)).status).toBe(200)
  renameSync(`${file}.away`, file)
  await expect.poll(ready).toEqual([503, { ready: false, checks: { ...fine, secrets: false } }])
})

test('what is measured is shown to programs that have the token, and counts no person', async () => {
  const site = await startSite({ MIROIR_METRICS_TOKEN: token, MIROIR_METRICS_PORT: '0' })
  onTestFinished(site.stop)
  const ask = async (authorization?: string) =>
    fetch(`${site.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } })
  for (const wrong of [undefined, 'Bearer no', `Basic ${token}`]) expect((await ask(wrong)).status).toBe(404)
  await fetch(`${site.url}/fr/retrait`)
  await fetch(`${site.url}/api/withdrawal`, { method: 'POST', body: new URLSearchParams({ code: 'x' }) })
  const lines = (await (await ask(`Bearer ${token}`)).text()).split('\n')
  expect(lines).toContain('miroir_http_requests_total{route="page",status="2xx"} 1')
  // Contributions, withdrawals and comparisons are told apart by nothing.
  const groups = lines.flatMap((line) => /^miroir_http_requests_total\{route="([^"]+)"/.exec(line)?.[1] ?? [])
  expect(new Set(groups)).toEqual(new Set(['page', 'form', 'other']))
  expect(lines.filter((line) => /contribut|withdraw|response|participant/i.test(line))).toEqual([])

  const port = /"port":(\d+),"msg":"metrics are at this port/.exec(site.output())?.[1]
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
})

test('without a token nothing that is measured is told', async () => {
  const site = await startSite()
  onTestFinished(site.stop)
  expect(
    (await fetch(`${site.url}/metrics`, { headers: { authorization: 'Bearer undefined' } })).status,
  ).toBe(404)
})
