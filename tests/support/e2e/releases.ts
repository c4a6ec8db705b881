import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import type { RiskReport } from '@/lib/anonymisation/risk-report'
import { currentWaveId } from '@/lib/comparison/waves'
import type { Database } from '@/lib/db/engine/client'
import { readParticipation } from '@/lib/db/release-delivery'
import { beginRelease, endRelease, keepProgress } from '@/lib/db/releases'
import type { ReleaseResult } from '@/lib/release/result'

/** Settings of a site that begins to prepare releases, and never does. */
export const withoutPreparation = {
  NODE_OPTIONS: `--import=${pathToFileURL('tests/support/e2e/no-preparation.mjs').href}`,
} as const

/** The bytes of a bundle: as if it were a large one, which no client takes at once. */
export const bundleBytes = Buffer.from(Array.from({ length: 300_000 }, (_, place) => (place * 7919) % 251))

export const report: RiskReport = {
  records: 10_000,
  exported: 9612,
  withheld: 388,
  withheldShare: 0.0388,
  classes: 214,
  smallestClass: 5,
  medianClass: 22.5,
  highestRisk: 0.2,
  averageRisk: 214 / 9612,
  uniqueBeforeShare: 0.4571,
  levels: Object.fromEntries(
    quasiIdentifiers.map(({ id, levels }, place) => [id, levels[place % levels.length]?.id]),
  ) as RiskReport['levels'],
  loss: 0.4512,
  differentAnswers: 2,
}

const prepared: ReleaseResult = { outcome: 'prepared', report, isRepeated: false, newCount: 10_000 }

interface Rules {
  readonly smallestClass?: number
  readonly largestWithheldPercent?: number
}

/** Writes releases into a site's database and data folder, as the process that prepares them does. */
export function releaseMaker(database: Database, dataDir: string) {
  let made = 0

  /** Begins one, of which no silence is noticed: nothing prepares it. */
  const begin = async (rules: Rules = {}, at = new Date()) => {
    made += 1
    const id = `made${String(made).padStart(4, '0')}`
    const request = { smallestClass: 5, largestWithheldPercent: 5, ...rules }
    const inADay = new Date(Date.now() + 24 * 60 * 60 * 1000)
    const isBegun = await beginRelease(
      database,
      { id, waveId: currentWaveId, requestedBy: 'test', ...request },
      inADay,
    )
    if (!isBegun) throw new Error('another release is being prepared')
    await database.run(async (client) =>
      client.release.update({ where: { id }, data: { requestedAt: at }, select: { id: true } }),
    )
    return id
  }
  const end = async (id: string, state: Parameters<typeof endRelease>[2], result?: ReleaseResult) => {
    const details = { ...(result && { result: JSON.stringify(result) }) }
    const ended = state === 'ready' ? { sizeBytes: bundleBytes.length, plan: '{}' } : {}
    if (!(await endRelease(database, id, state, { ...details, ...ended }))) {
      throw new Error(`${id} is over already`)
    }
  }
  return {
    begin,
    end,
    advance: async (id: string, phase: 'reading' | 'anonymising' | 'writing', progressPermille: number) => {
      const inADay = new Date(Date.now() + 24 * 60 * 60 * 1000)
      await keepProgress(database, id, { phase, progressPermille }, inADay)
    },
    /** Ends one that was begun as ready for its download, with its file. */
    finish: async (id: string, result: ReleaseResult = prepared, isDemo = false) => {
      const counts = await database.run(async (client) => readParticipation(client, currentWaveId))
      const read = { ...counts, cutOffWeek: '2026-W47', isDemo }
      await keepProgress(database, id, read, new Date())
      const folder = path.join(dataDir, 'releases')
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, `${id}.zip`), bundleBytes)
      await end(id, 'ready', result)
    },
    /** As when a response is withdrawn, or another release is delivered. */
    changeParticipation: async (what: 'removalCount' | 'deliveryCount') => {
      await database.run(async (client) =>
        client.participation.update({
          where: { waveId: currentWaveId },
          data: { [what]: { increment: 1 } },
          select: { waveId: true },
        }),
      )
    },
  }
}
