import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { currentWaveId } from '@/lib/comparison/waves'
import { consentVersion, demoConsentVersion } from '@/lib/contribution/consent'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { openDatabase } from '@/lib/db/engine/client'
import { environmentWith } from '@/lib/env'
import { test as base, type Person } from './admin-people'
import { makeUp } from './make-up'
import { expect } from './test'

export interface EditionPeople {
  /** Waits until the site has done the daily work that it begins with, which counts and publishes too. */
  readonly started: () => Promise<void>
  readonly owner: Person
  readonly exporter: Person
  /** Does the work of a day in publishing, as the site's daily work does. */
  readonly publish: () => Promise<void>
  /** Puts made-up responses into the site's database and publishes what is due of them. */
  readonly makeEdition: (count?: number) => Promise<void>
}

/** Tests of editions: nobody's browser has come in. */
export const test = base.extend<EditionPeople>({
  owner: async ({ people }, use) => use(await people.firstOwner()),
  exporter: async ({ people, owner }, use) => use(await people.invite(owner, 'exporter')),
  started: async ({ people }, use) => {
    await use(async () => {
      const verified = { where: { action: 'auditVerified' } }
      const isDone = async () => people.database.run(async (client) => client.auditEntry.count(verified))
      await expect.poll(isDone, { timeout: 60_000 }).toBeGreaterThan(0)
    })
  },
  publish: async ({ started, ownSite }, use) => {
    await use(async () => {
      await started()
      const env = environmentWith({ DATABASE_URL: '', MIROIR_DATA_DIR: ownSite.dataDir })
      const program = ['--import', 'tsx', 'server/make-editions.ts']
      await promisify(execFile)(process.execPath, program, { env })
    })
  },
  makeEdition: async ({ file, started, publish }, use) => {
    await use(async (count = 400) => {
      await started()
      await makeUp(file, count)
      await publish()
    })
  },
})

/** Makes the made-up responses of a site those of people, all of two weeks ago. */
export async function makeReal(file: string): Promise<void> {
  const database = openDatabase(`file:${file}`)
  const week = isoWeekOf(addDays(new Date(), -14))
  await database.run(async (client) => {
    await client.response.updateMany({
      where: { consentVersion: demoConsentVersion },
      data: { consentVersion, week },
    })
    await client.weekCount.deleteMany({ where: { waveId: currentWaveId } })
  })
  await database.close()
}

export const downloadLink = (page: Page) => page.locator('.edition-file a.button')
export const schemeBox = (page: Page, tool: string) => page.locator(`.scheme-tools input[value="${tool}"]`)
export const schemeEffect = (page: Page) => page.locator('.scheme-effect [role="status"]').first()
