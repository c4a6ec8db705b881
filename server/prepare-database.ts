import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import type { Settings } from '@/lib/env'

/**
 * Brings the database up to date and the published figures into it. Throws SettingError, DatabaseError and
 * DataFileError with a sentence for the operator.
 */
export async function prepareDatabase({ databaseUrl }: Settings): Promise<void> {
  const { applied } = await migrate(databaseUrl)
  const database = openDatabase(databaseUrl)
  const reports = await seedFigures(database)
  const changed = reports.filter((report) => report.changed)
  if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}.`)
  for (const { waveId, figureCount } of changed) console.log(`Figures of wave ${waveId}: ${figureCount}.`)
}
