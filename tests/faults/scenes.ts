import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { createContributor, type Contributor } from '../support/contributor'
import { nameOperator } from '../support/named-operator'
import type { RunningSite } from '../support/running-site'

/** The settings of a site that people contribute to as fast as programs can. */
export const fastSettings = {
  MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
  MIROIR_CONTRIBUTIONS_PER_HOUR: '1000000',
} as const

/** One or more. */
type People = readonly [Contributor, ...Contributor[]]

/** People who have compared, each with a session of their own. */
export async function contributors(count: 1): Promise<readonly [Contributor]>
export async function contributors(count: 2): Promise<readonly [Contributor, Contributor]>
export async function contributors(count: number): Promise<People>
export async function contributors(count: number): Promise<readonly Contributor[]> {
  return Promise.all(Array.from({ length: count }, async () => createContributor({ ageBand: 'from35' })))
}

/** How long somebody waits before trying again, in milliseconds. */
const againMs = 20

/**
 * Has people contribute at a site, many at a time, each again until it is done. `onDone` is told how many are, and may break something.
 */
export async function contributeAll(
  people: People,
  siteUrl: () => string,
  onDone: (count: number) => void,
): Promise<void> {
  const form = await people[0].readForm(siteUrl())
  const waiting = [...people]
  let done = 0
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const reply = await next.contribute(siteUrl(), form).catch(() => null)
      if (reply === '/en/receipt') {
        onDone((done += 1))
      } else {
        waiting.push(next)
        await wait(againMs)
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, work))
}

/** The receipts of people, in order. */
export const receiptsOf = (people: People): readonly string[] =>
  people.map(({ receiptHash }) => receiptHash).toSorted()

/** The receipts of what a database holds, in order. */
export async function storedReceipts(url: string): Promise<readonly string[]> {
  const database = openDatabase(url)
  const rows = await database.run(async (client) =>
    client.response.findMany({ select: { receiptHash: true } }),
  )
  await database.close()
  return rows.map(({ receiptHash }) => receiptHash ?? '').toSorted()
}

/** Says who operates the site of a database: nobody contributes before. */
export async function openToContributions(url: string): Promise<void> {
  const database = openDatabase(url)
  await nameOperator(database)
  await database.close()
}

/** Does something when the test is over, in reverse order. */
export const atEnd = (work: () => unknown): void => {
  onTestFinished(async () => {
    await work()
  })
}

/** The resident memory of a site, in MiB; 0 where the system does not tell. */
export function residentMegabytes({ pid }: Pick<RunningSite, 'pid'>): number {
  if (process.platform !== 'linux') return 0
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

/** An empty folder, which goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-faults-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
