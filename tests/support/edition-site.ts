import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import { consentVersion, demoConsentVersion } from '@/lib/contribution/consent'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { storedAnswers } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import type { Making } from '@/lib/editions/make-edition'
import { loadExportWords } from '@/lib/i18n/export-words'
import type { Answers } from '@/lib/instrument/answers'
import { unsaidOperator } from '@/lib/operator/operator'
import { instrumentVersion } from '@/lib/instrument/versions'
import { forEachSetting, numberInForce, settingRanges, settingsOf } from '@/lib/settings/owner-settings'
import { demoResponses } from '@/scripts/demo/demo-responses'
import { sharedSecrets } from './contributor'
import type { TestDatabase } from './test-database'
import { publishedFigures } from './published-figures'

/** A site that makes editions, without a server. */
export interface EditionSite {
  readonly database: Database
  /** What making an edition needs, at a moment. */
  readonly at: (now: string, rules?: Partial<Making['rules']>) => Making
  readonly dataDir: string
}

/** The settings of a site where owners have chosen nothing. */
const ranges = settingRanges({ receiptDays: 30, responseMonths: 24 })
const rules: Making['rules'] = settingsOf(forEachSetting((name) => numberInForce(null, ranges[name])))

/** A site on this database, with the figures of its waves; its folder is removed after the test. */
export async function editionSite({ url }: Pick<TestDatabase, 'url'>): Promise<EditionSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'miroir-editions-'))
  onTestFinished(async () => rm(dataDir, { recursive: true, force: true }))
  const database = openDatabase(url)
  await seedFigures(database)
  const reading = openDatabase(url, { dedicated: true })
  onTestFinished(async () => {
    await reading.close()
    await database.close()
  })
  const words = await loadExportWords()
  return {
    database,
    dataDir,
    at: (now, more = {}) => ({
      waveId: projectWaveId,
      database,
      reading,
      settings: { dataDir, publicUrl: undefined },
      rules: { ...rules, ...more },
      words,
      publisher: unsaidOperator,
      auditKey: sharedSecrets.MIROIR_AUDIT_SECRET,
      now: new Date(now),
    }),
  }
}

/** A response that was stored. */
export interface StoredPerson {
  readonly id: string
  readonly answers: Answers
}

interface Stored {
  readonly week: string
  readonly isDemo?: boolean
  /** Those of every response; none by default. */
  readonly receiptHash?: (place: number) => string
}

/** Stores responses with these answers. */
export async function storePeople(
  database: Database,
  answers: readonly Answers[],
  { week, isDemo = false, receiptHash }: Stored,
): Promise<readonly StoredPerson[]> {
  const people = answers.map((each) => ({ id: randomUUID(), answers: each }))
  const rows = people.map(({ id, answers: given }, place) => ({
    id,
    waveId: projectWaveId,
    instrumentVersion,
    consentVersion: isDemo ? demoConsentVersion : consentVersion,
    answers: storedAnswers(given),
    week,
    receiptHash: receiptHash?.(place) ?? null,
  }))
  await database.run(async (client) => client.response.createMany({ data: rows }))
  return people
}

let crowd: readonly Answers[] | null = null

/** Answers of so many made-up people, always the same, from the place `from` of a crowd of 4,000. */
export function madeUpAnswers(count: number, from = 0): readonly Answers[] {
  crowd ??= [...demoResponses(4000, 'crowd', publishedFigures)].map(({ answers }) => answers)
  return crowd.slice(from, from + count)
}
