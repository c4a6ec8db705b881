import { startSite, type RunningSite } from '../running-site'
import { test as base } from './test'

interface OwnSite {
  /** Settings of the site, as environment variables. */
  readonly settings: Record<string, string>
  /** Whether it is a new one, of which nobody has said who operates it. */
  readonly isNew: boolean
  readonly ownSite: RunningSite
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
  served: async ({ ownSite }, use) => use(ownSite),
})
