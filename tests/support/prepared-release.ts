import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { openDatabase } from '@/lib/db/engine/client'
import { beginRelease, endRelease } from '@/lib/db/releases'
import { bundlePath, removeWorkFolder } from '@/lib/release/files'
import { prepareRelease, type Prepared } from '@/lib/release/prepare'
import { tellProgress } from '@/lib/release/progress'
import { exportWords } from './release'
import type { TestDatabase } from './test-database'

/** What is asked of a release in a test, beside its id. */
export interface Asked {
  readonly now: Date
  readonly smallestClass?: number
  readonly largestWithheldPercent?: number
  /** Aborts the preparation. */
  readonly stop?: AbortController
}

const waveId = '2025-12'

/** Where a database's releases have their files. */
export const settingsOf = ({ folder }: TestDatabase) => ({ dataDir: folder, publicUrl: undefined })

/** Prepares a release as the site's own process does, and keeps how it ended. */
export async function prepare(
  database: TestDatabase,
  id: string,
  { now, smallestClass = 5, largestWithheldPercent = 5, stop = new AbortController() }: Asked,
): Promise<Prepared> {
  const request = { id, waveId, requestedBy: 'admin-1', smallestClass, largestWithheldPercent }
  const reading = openDatabase(database.url, { dedicated: true })
  const settings = settingsOf(database)
  if (!(await beginRelease(database, request, now))) throw new Error('another release is being prepared')
  const progress = tellProgress(database, id, stop)
  try {
    const prepared = await prepareRelease(
      { request, database, reading, settings, words: exportWords, licence: null, now },
      progress,
      stop.signal,
    )
    const { result, ...made } = prepared
    await progress.end()
    await endRelease(database, id, result.outcome === 'prepared' ? 'ready' : 'refused', {
      result: JSON.stringify(result),
      ...made,
    })
    return prepared
  } finally {
    await progress.end()
    removeWorkFolder(settings, id)
    await reading.close()
  }
}

/** The files of a prepared release's bundle, by name. */
export async function filesOf(database: TestDatabase, id: string): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(readFileSync(bundlePath(settingsOf(database), id)))
  const entries = Object.values(zip.files).map(
    async (file) => [file.name, await file.async('string')] as const,
  )
  return new Map(await Promise.all(entries))
}

/** The rows of a prepared release, by column. */
export async function rowsOf(
  database: TestDatabase,
  id: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const files = await filesOf(database, id)
  return parse<Record<string, string>>(files.get('responses.csv') ?? '', { columns: true })
}
