import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { openDatabase } from '@/lib/db/engine/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import { startSite, type RunningSite } from '../running-site'

interface WorkerFixtures {
  readonly site: RunningSite
}

interface StoredResponse {
  readonly waveId: string
  readonly instrumentVersion: string
  readonly consentVersion: string
  readonly answers: string
  readonly week: string
  readonly receiptHash: string | null
  readonly hasEntered: boolean
}

interface TestFixtures {
  /** The site that the test is about: that of the worker, which other tests have used, unless it has one of its own. */
  readonly served: RunningSite
  /** The file of the site's database. */
  readonly file: string
  /** What the site has stored of responses since the test began. */
  readonly responses: () => Promise<readonly StoredResponse[]>
  /** What a test expects in the console: a failed request, say, that it made fail. */
  readonly expectedNoise: RegExp | null
  /** What the pages did against their Content-Security-Policy. A test that provokes it takes it out of the list. */
  readonly violations: string[]
  readonly quiet: undefined
}

const isAboutPolicy = (text: string) => /Content[- ]Security[- ]Policy/i.test(text)

/** Runs in each page, before anything of its own. */
function watchPolicy(): void {
  const watched = globalThis as typeof globalThis & { reportViolation: (violation: string) => void }
  document.addEventListener('securitypolicyviolation', (event) => {
    watched.reportViolation(`${event.effectiveDirective} ${event.blockedURI} on ${event.documentURI}`)
  })
}

/** Settings of a site on which one test after the other contributes, all from one address and faster than people. */
const forManyPeople = {
  MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
  MIROIR_CONTRIBUTIONS_PER_HOUR: '100000',
  MIROIR_WITHDRAWALS_PER_HOUR: '100000',
}

/**
 * Browser tests: each worker has a site of its own; noise in the console, a request elsewhere and anything that a page's
 * Content-Security-Policy forbids fail a test.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await startSite(forManyPeople)
      await use(site)
      await site.stop()
    },
    { scope: 'worker' },
  ],
  served: async ({ site }, use) => use(site),
  baseURL: async ({ served }, use) => use(served.url),
  file: async ({ served }, use) => use(path.join(served.dataDir, 'miroir.db')),
  responses: async ({ file }, use) => {
    const database = openDatabase(`file:${file}`)
    const before = await database.run(async (client) => client.response.findMany({ select: { id: true } }))
    const where = { id: { notIn: before.map(({ id }) => id) } }
    await use(async () =>
      database.run(async (client) => client.response.findMany({ where, omit: { id: true } })),
    )
    await database.close()
  },
  expectedNoise: [null, { option: true }],
  violations: async ({ context }, use) => {
    const violations: string[] = []
    await context.exposeFunction('reportViolation', (violation: string) => violations.push(violation))
    await context.addInitScript(watchPolicy)
    // Where a page's scripts are off, the console is the only witness.
    context.on('console', (message) => {
      if (isAboutPolicy(message.text())) violations.push(message.text())
    })
    await use(violations)
    expect(violations).toEqual([])
  },
  quiet: [
    async ({ context, baseURL, expectedNoise, violations: _watched }, use) => {
      const noise: string[] = []
      context.on('console', (message) => {
        const isNoise = message.type() === 'error' || message.type() === 'warning'
        if (isNoise && !isAboutPolicy(message.text()))
          noise.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => noise.push(error.error().message))
      context.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) {
          noise.push(`request to another origin: ${request.url()}`)
        }
      })
      await use(undefined)
      expect(noise.filter((text) => !expectedNoise?.test(text))).toEqual([])
    },
    { auto: true },
  ],
})

/** The colours in which the pages of a language are looked at: those of the night are the same in each, and looked at in one. */
export const schemesIn = (locale: Locale): readonly ('light' | 'dark')[] =>
  locale === locales[0] ? ['light', 'dark'] : ['light']

/**
 * Checks the page as it stands with axe, for every WCAG 2.2 A and AA rule and its best practices; in the colours of the night, which
 * `schemesIn` puts beside those of the day, for the rules about colours alone: all others see the same.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // `legacy`: in the page itself. The other way opens a page more for each look, to join frames of other sites, which there are not.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const isNight = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  if (isNight) axe.withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

export { expect }
