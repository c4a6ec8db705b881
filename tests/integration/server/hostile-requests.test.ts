import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, readActionId } from '../../support/hostile-answers'
import { hostileRequests, mark, type HostileRequest } from '../../support/hostile-requests'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
let requests: readonly HostileRequest[]
beforeAll(async () => {
  site = await startSite()
  requests = hostileRequests(await readActionId(site.url))
})
afterAll(async () => site.stop())

test('each gets an answer of the site, and none fails', async () => {
  expect(requests.length).toBeGreaterThan(1000)
  expect(await faultsOf(site.url, requests)).toEqual([])
}, 180_000)

test('none leaves in the log what it sent, nor a line that is not the log’s own', () => {
  const [before = '', after = ''] = site.output().split(/^Miroir is at .*$/m)
  expect(before).not.toContain('{')
  const lines = after.split('\n').filter((line) => line !== '')
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) })
  expect(after).not.toContain(mark)
  expect(after).not.toContain(mark.toLowerCase())
  // Something was logged, or this shows nothing.
  expect(lines.length).toBeGreaterThan(10)
})
