import path from 'node:path'
import { openDatabase } from '@/lib/db/engine/client'
import { startSite, type RunningSite } from '../running-site'
import { test as base } from './test'

interface StoredResponse {
  readonly waveId: string
  readonly instrumentVersion: string
  readonly consentVersion: string
  readonly answers: string
  readonly week: string
  readonly receiptHash: string | null
  readonly hasEntered: boolean
}

interface OwnSite {
  /** Settings of the site, as environment variables. */
  readonly settings: Record<string, string>
  /** Whether it is a new one, of which nobody has said who operates it. */
  readonly isNew: boolean
  readonly ownSite: RunningSite
  /** The file of the site's database. */
  readonly file: string
  /** What the site has stored of responses. */
  readonly responses: () => Promise<readonly StoredResponse[]>
}

/** Tests that write into the database of their site, or break it: each has a site of its own. */
export const test = base.extend<OwnSite>({
  settings: [{ MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0' }, { option: true }],
  isNew: [false, { option: true }],
  // Starting takes its own time, and none of the test's.
  ownSite: [
    async ({ settings, isNew }, use) => {
      const site = await startSite(settings, { isEmpty: isNew })
      await use(site)
      await site.stop()
    },
    { timeout: 120_000 },
  ],
  baseURL: async ({ ownSite }, use) => use(ownSite.url),
  file: async ({ ownSite }, use) => use(path.join(ownSite.dataDir, 'miroir.db')),
  responses: async ({ file }, use) => {
    const database = openDatabase(`file:${file}`)
    await use(async () => database.run(async (client) => client.response.findMany({ omit: { id: true } })))
    await database.close()
  },
})
