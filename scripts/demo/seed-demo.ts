import { currentWaveId } from '@/lib/comparison/waves'
import { SettingError } from '@/lib/errors'
import { instrumentVersion } from '@/lib/instrument/versions'
import { demoConsentVersion } from '@/lib/contribution/consent'
import { demoResponses } from './demo-responses'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import type { Database } from '@/lib/db/engine/client'
import { takeSnapshot } from '@/lib/db/participant-snapshot'
import { storedAnswers } from '@/lib/db/responses'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'

/** Rows in one statement: SQLite and PostgreSQL both take so many values. */
const batchSize = 1000

export interface DemoOptions {
  /** The same seed makes the same responses. */
  readonly seed: string
  /** Responses are spread over the weeks up to this moment's. */
  readonly now: Date
  /** Whether made-up responses may stand among real ones. */
  readonly force: boolean
}

const isDemo = { consentVersion: demoConsentVersion }

/**
 * Puts made-up responses in the place of earlier ones, and counts them as a snapshot. They are marked in the database, and
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
  const figures = await database.run(async (client) => loadWaveFigures(client, currentWaveId))
  await database.run(async (client) => {
    const { count: removed } = await client.response.deleteMany({ where: isDemo })
    if (removed === 0) return
    const where = { waveId: currentWaveId }
    await client.participation.update({ where, data: { removalCount: { increment: removed } } })
    // What they told of nobody need not be respected by releases of other made-up responses.
    await client.release.deleteMany({ where: { ...where, isDemo: true, state: { not: 'preparing' } } })
  })
  for (const batch of batches(demoResponses(count, seed, figures.content.figures))) {
    const rows = batch.map(({ id, answers, weeksAgo }) => ({
      id,
      waveId: currentWaveId,
      instrumentVersion,
      consentVersion: demoConsentVersion,
      answers: storedAnswers(answers),
      week: isoWeekOf(addDays(now, -7 * weeksAgo)),
    }))
    await database.run(async (client) => client.response.createMany({ data: rows }))
  }
  await database.run(async (client) => {
    const where = { waveId: currentWaveId }
    await client.participation.update({ where, data: { contributedCount: { increment: count } } })
    // Nobody can be recognised by what changed between two snapshots of nobody.
    if (realCount > 0) return
    await client.participantSnapshot.deleteMany({ where })
    await client.snapshotBlock.deleteMany({ where })
  })
  await takeSnapshot(database, currentWaveId, now)
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
