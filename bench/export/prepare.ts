// Prepares one release of a data folder's database, in a process of its own, and prints what it took. See main.ts.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { inEachLanguage } from '@/lib/i18n/locales'
import { removeWorkFolder } from '@/lib/release/files'
import { prepareRelease } from '@/lib/release/prepare'
import type { Progress } from '@/lib/release/progress'
import type { ExportWords, LanguageWords } from '@/lib/export/words'

/** What one preparation took. */
export interface Taken {
  readonly seconds: number
  /** When each phase began, in seconds. */
  readonly phases: Readonly<Record<string, number>>
  /** The most memory that the process ever held, in MiB. */
  readonly peakMiB: number
  readonly exported: number
  readonly bundleBytes: number
}

const wordsOf = (language: string) =>
  JSON.parse(readFileSync(path.join('messages', `${language}.json`), 'utf8')) as LanguageWords
const words: ExportWords = inEachLanguage(wordsOf)

const settings = readSettings()
const database = openDatabase(settings.databaseUrl)
const reading = openDatabase(settings.databaseUrl, { dedicated: true })
const request = {
  id: 'benchmrk',
  waveId: '2025-12',
  requestedBy: 'bench',
  smallestClass: 5,
  largestWithheldPercent: 5,
}
const begun = performance.now()
const elapsed = () => (performance.now() - begun) / 1000
const phases: Record<string, number> = {}
const progress: Progress = {
  begin: (phase) => {
    phases[phase] = elapsed()
  },
  add: () => undefined,
  end: () => Promise.resolve(),
}
const prepared = await prepareRelease(
  { request, database, reading, settings, words, licence: null, now: new Date() },
  progress,
  new AbortController().signal,
)
const seconds = elapsed()
removeWorkFolder(settings, request.id)
await Promise.all([reading.close(), database.close()])
if (!('sizeBytes' in prepared)) throw new Error('the release was refused')
const taken: Taken = {
  seconds,
  phases,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  exported: prepared.result.report.exported,
  bundleBytes: prepared.sizeBytes,
}
console.log(JSON.stringify(taken))
