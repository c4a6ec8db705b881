import { demoConsentVersion } from '@/lib/contribution/consent'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import type { Database } from '@/lib/db/engine/client'
import { storedAnswers } from '@/lib/db/responses'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'
import { SettingError } from '@/lib/errors'
import { instrumentVersion } from '@/lib/instrument/versions'
import { demoResponses } from './demo-responses'

/** Rows in one statement: SQLite and PostgreSQL both take so many values. */
const batchSize = 1000

export interface DemoOptions {
  /** The same seed makes the same responses. */
  readonly seed: string
  /** Responses are spread over the weeks before this moment's. */
  readonly now: Date
  /** Whether made-up responses may stand among real ones. */
  readonly force: boolean
}

const isDemo = { consentVersion: demoConsentVersion }

/** How many made-up responses there are. Throws DatabaseError. */
export async function countDemo(database: Database): Promise<number> {
  return database.run(async (client) => client.response.count({ where: isDemo }))
}

/**
 * Puts made-up responses in the place of earlier ones, with what was published of these. They are marked in the database, and
 * every page that shows them says so. Throws SettingError where real responses exist, unless forced; DatabaseError.
 */
export async function seedDemo(
  database: Database,
  count: number,
  { seed, now, force }: DemoOptions,
): Promise<void> {
  const realCount = await database.run(async (client) => client.response.count({ where: { NOT: isDemo } }))
  if (realCount > 0 && !force) {
    throw new SettingError(
      `There are ${realCount} real responses: made-up ones would stand among them. Use another database, or --force.`,
    )
  }
  const waveId = await readCurrentWaveId(database)
  const { figures } = await database.run(async (client) => loadWaveFigures(client, waveId))
  await database.run(async (client) => {
    const where = { waveId, isDemo: true }
    await client.$transaction([
      client.response.deleteMany({ where: isDemo }),
      client.edition.deleteMany({ where }),
      client.weekCount.deleteMany({ where }),
    ])
  })
  for (const batch of batches(demoResponses(count, seed, figures))) {
    const rows = batch.map(({ id, answers, weeksAgo }) => ({
      id,
      waveId,
      instrumentVersion,
      consentVersion: demoConsentVersion,
      answers: storedAnswers(answers),
      week: isoWeekOf(addDays(now, -7 * weeksAgo)),
    }))
    await database.run(async (client) => client.response.createMany({ data: rows }))
  }
}

function* batches<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let batch: Row[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
