import path from 'node:path'
import { expect, test } from 'vitest'
import { contributorIn, sharedSecrets, type Contributor } from '../support/contributor'
import { startSite } from '../support/running-site'
import { jumpingClock } from '../support/shifted-clock'
import { temporaryFolder, atEnd, fastSettings, storedReceipts } from './scenes'

test('under a clock that jumps a day, and back, contributions are taken or refused honestly, and none is lost', async () => {
  const folder = temporaryFolder()
  const clock = jumpingClock(path.join(folder, 'days'))
  const site = await startSite({ ...sharedSecrets, ...fastSettings, ...clock.variables })
  atEnd(site.stop)
  const people = [await contributorIn(0), await contributorIn(1), await contributorIn(1)]
  const contribute = async (person?: Contributor) => {
    const reply = await person?.send(site.url, await person.readForm(site.url))
    await reply?.arrayBuffer()
    return reply?.status
  }
  const [today, tomorrow, unlucky] = people
  expect(await contribute(today)).toBe(303)
  await clock.jumpTo(1)
  expect(await contribute(tomorrow)).toBe(303)
  await clock.jumpTo(0)
  expect(await contribute(unlucky)).toBe(503)
  await clock.jumpTo(1)
  expect(await contribute(unlucky)).toBe(303)
  expect(await storedReceipts(`file:${path.join(site.dataDir, 'miroir.db')}`)).toEqual(
    people.map(({ receiptHash }) => receiptHash).toSorted(),
  )
})
