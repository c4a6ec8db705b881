import { renameSync } from 'node:fs'
import path from 'node:path'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import type { Database } from '@/lib/db/engine/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { keepProgress, type ReleaseRequest } from '@/lib/db/releases'
import type { Settings } from '@/lib/env'
import type { Release } from '@/lib/export/release'
import { riskReportFile } from '@/lib/export/risk-report-file'
import type { ExportWords } from '@/lib/export/words'
import { instrumentVersion } from '@/lib/instrument/versions'
import { sundayOf } from '@/lib/counts/week-days'
import { rulesOf } from './choose-plan'
import { bundlePath, makeWorkFolder } from './files'
import { findPlan, type Basis, type FoundPlan } from './find-plan'
import { generaliseFile } from './generalise-file'
import { releaseLevels } from './generalise'
import type { Progress } from './progress'
import type { ReleaseResult } from './result'
import { storePlan } from './stored-plan'
import { writeBundle } from './write-bundle'

/** What a preparation needs. */
export interface Preparation {
  readonly request: ReleaseRequest
  /** Takes what is written down; not the one that is read, whose transaction lasts. */
  readonly database: Database
  readonly reading: Database
  readonly settings: Pick<Settings, 'dataDir' | 'publicUrl'>
  readonly words: ExportWords
  readonly licence: Release['licence']
  readonly now: Date
}

/** What a preparation ends with: a bundle, or why there is none. */
export type Prepared =
  | {
      readonly result: Extract<ReleaseResult, { outcome: 'prepared' }>
      readonly plan: string
      readonly sizeBytes: number
    }
  | { readonly result: Extract<ReleaseResult, { outcome: 'refused' }> }

/** What the files say of the release. */
function releaseOf(
  { request, settings, licence }: Preparation,
  { cutOff, isDemo }: Basis,
  found: FoundPlan,
): Release {
  return {
    waveId: request.waveId,
    releaseId: request.id,
    instrumentVersion,
    cutOn: sundayOf(cutOff.week).toISOString().slice(0, 10),
    recordCount: found.report.exported,
    isDemo,
    levels: releaseLevels(found.plan.levels),
    quasiIdentifiers: new Set(quasiIdentifiers.map(({ id }) => id)),
    licence,
    publisher: 'Miroir',
    url: settings.publicUrl ?? null,
  }
}

/**
 * Prepares a release: reads the responses, finds the plan that loses least, generalises the records, shuffles them, and writes
 * the bundle, which is in its place afterwards. Its folder for what it puts down on its way is the caller's to remove.
 * Stops where `signal` is aborted, with its reason. Throws DatabaseError and what the disk throws.
 */
export async function prepareRelease(
  preparation: Preparation,
  progress: Progress,
  signal: AbortSignal,
): Promise<Prepared> {
  const { request, database, settings, words, now } = preparation
  const folder = makeWorkFolder(settings, request.id)
  const from = path.join(folder, 'records')
  const { basis, found } = await readConsistently(preparation.reading, async (reading) =>
    findPlan(reading, request, { path: from, now }, progress, signal),
  )
  const { cutOff, ...counts } = basis
  await keepProgress(database, request.id, { ...counts, cutOffWeek: cutOff.week }, new Date())
  if ('outcome' in found) return { result: found }

  const { plan, table, report, renews } = found
  const to = path.join(folder, 'released')
  await generaliseFile({ from, to, folder }, table, plan, progress, signal)

  progress.begin('writing', passes * report.exported)
  const release = releaseOf(preparation, basis, found)
  const riskReport = riskReportFile(release, rulesOf(request), report)
  const part = path.join(folder, 'bundle')
  const sizeBytes = await writeBundle(part, { release, records: to, riskReport, words }, progress, signal)
  renameSync(part, bundlePath(settings, request.id))
  const { isRepeated, newCount } = cutOff
  return {
    result: { outcome: 'prepared', report, isRepeated, newCount },
    plan: storePlan(plan, renews),
    sizeBytes,
  }
}

/** How often the records are read to be written: once for each of the files that hold them. */
const passes = 3
