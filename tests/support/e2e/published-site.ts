import path from 'node:path'
import { startSite, type RunningSite } from '../running-site'
import { afterStart, giveResponses, makeUp, publish } from './make-up'
import { expect, test as base } from './test'

/** What may have been published on a site, given the file of its database. */
const publications = {
  /** An edition of a few made-up responses, and one of many. */
  demo: async (file: string) => {
    expect(await makeUp(file, 400)).toBe('demo-1')
  },
  largeDemo: async (file: string) => {
    expect(await makeUp(file, 3000)).toBe('demo-1')
  },
  /** The first edition, of the week before. */
  first: async (file: string) => {
    await giveResponses(file, 300, '2026-W47')
    expect(await publish(file, new Date('2026-11-24T08:00:00Z'))).toBe('1')
  },
  /** Two editions of real responses: 600, and a quarter of a year later 900. So many that some shares are shown in both, however they round. */
  twice: async (file: string) => {
    await giveResponses(file, 600, '2026-W10')
    expect(await publish(file, new Date('2026-03-10T04:00:00Z'))).toBe('1')
    await giveResponses(file, 300, '2026-W22')
    expect(await publish(file, new Date('2026-06-10T04:00:00Z'))).toBe('2')
  },
} as const
type Publication = keyof typeof publications

/** Publishes on the site of a test, whose database is this file. */
export const publishOn = async (publication: Publication, file: string): Promise<void> =>
  publications[publication](file)

interface PublishedSites {
  /** The site on which this was published, made when it is first asked for. */
  readonly publishedSite: (publication: Publication) => Promise<RunningSite>
}

/**
 * Tests that only look at what was published: those of a worker share the site. Where they stand in a group whose mode is `default`, one
 * worker has all of them.
 */
export const test = base.extend<{ readonly publication: Publication }, PublishedSites>({
  publication: ['demo', { option: true }],
  publishedSite: [
    async ({}, use) => {
      const sites = new Map<Publication, Promise<RunningSite>>()
      const make = async (publication: Publication) => {
        const site = await startSite()
        await afterStart(site)
        await publishOn(publication, path.join(site.dataDir, 'miroir.db'))
        return site
      }
      await use(async (publication) => {
        const site = sites.get(publication) ?? make(publication)
        sites.set(publication, site)
        return site
      })
      for (const site of sites.values()) await (await site).stop()
    },
    { scope: 'worker' },
  ],
  served: async ({ publication, publishedSite }, use) => use(await publishedSite(publication)),
})
