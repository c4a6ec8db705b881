import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { demoConsentVersion } from '@/lib/contribution/consent'
import { openDatabase } from '@/lib/db/engine/client'
import { storedAnswers } from '@/lib/db/responses'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'
import { readSettings } from '@/lib/env'
import { instrumentVersion } from '@/lib/instrument/versions'
import { demoResponses, type DemoResponse } from '@/scripts/demo/demo-responses'
import { prepareDatabase } from '@/server/prepare-database'

/** A data folder with a SQLite database of made-up responses. */
export interface FilledSite {
  readonly count: number
  readonly dataDir: string
  /** Of the database. */
  readonly file: string
}

/** Rows in one statement. */
const batchSize = 1000

/** Makes a site with so many made-up responses, always the same ones, in a new folder within `folder`. */
export async function filledSite(folder: string, count: number): Promise<FilledSite> {
  const dataDir = path.join(folder, String(count))
  mkdirSync(dataDir)
  const settings = readSettings({ MIROIR_DATA_DIR: dataDir })
  await prepareDatabase(settings)
  const database = openDatabase(settings.databaseUrl)
  const waveId = await readCurrentWaveId(database)
  const { figures } = await database.run(async (client) => loadWaveFigures(client, waveId))
  const keep = async (batch: readonly DemoResponse[]) => {
    const data = batch.map(({ id, answers }) => ({
      id,
      waveId,
      instrumentVersion,
      consentVersion: demoConsentVersion,
      answers: storedAnswers(answers),
      week: '2026-W40',
    }))
    await database.run(async (client) => client.response.createMany({ data }))
  }
  let batch: DemoResponse[] = []
  for (const response of demoResponses(count, 'export', figures)) {
    batch.push(response)
    if (batch.length < batchSize) continue
    await keep(batch)
    batch = []
  }
  await keep(batch)
  await database.close()
  return { count, dataDir, file: path.join(dataDir, 'miroir.db') }
}
