import path from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../support/free-port'
import { sharedSecrets } from '../support/contributor'
import { startPostgresql } from '../support/postgresql-server'
import { startSite } from '../support/running-site'
import {
  atEnd,
  temporaryFolder,
  contributeAll,
  contributors,
  fastSettings,
  openToContributions,
  receiptsOf,
  storedReceipts,
} from './scenes'

const databases = {
  SQLite: (folder: string) => `file:${path.join(folder, 'miroir.db')}`,
  PostgreSQL: async () => {
    const server = await startPostgresql()
    atEnd(server.stop)
    return server.url
  },
} as const

test.each(Object.entries(databases))(
  'on %s, kill -9 of the only instance during 1,000 contributions, three times, loses and doubles none',
  async (_name, makeDatabase) => {
    const folder = temporaryFolder()
    const url = await makeDatabase(folder)
    const variables = {
      ...sharedSecrets,
      ...fastSettings,
      MIROIR_DATA_DIR: folder,
      DATABASE_URL: url,
      PORT: String(await freePort()),
    }
    let site = await startSite(variables)
    atEnd(async () => site.stop())
    await openToContributions(url)
    const starting: Promise<void>[] = []
    const startAnew = async () => {
      site.kill()
      site = await startSite(variables)
    }
    const people = await contributors(1000)
    await contributeAll(
      people,
      () => site.url,
      (count) => [200, 400, 600].includes(count) && starting.push(startAnew()),
    )
    await Promise.all(starting)
    expect(starting).toHaveLength(3)
    expect(await storedReceipts(url)).toEqual(receiptsOf(people))
  },
)
