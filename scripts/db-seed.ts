// npm run db:seed: puts the published figures of prisma/data into the database that the settings name.
import { openDatabase } from '@/lib/db/engine/client'
import { seedFigures } from '@/lib/db/waves/seed'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run db:seed',
  says: 'Puts the published figures into the database. `npm start` does so too.',
  operands: {},
  options: {},
}

await runScript(line, async () => {
  const database = openDatabase((await findSite([])).databaseUrl)
  try {
    const reports = await seedFigures(database)
    return reports
      .map(({ waveId, changed, figureCount, figuresRevision }) =>
        changed
          ? `Wave ${waveId}: wrote ${figureCount} figures (revision ${figuresRevision}).`
          : `Wave ${waveId}: its ${figureCount} figures are there already (revision ${figuresRevision}).`,
      )
      .join('\n')
  } finally {
    await database.close()
  }
})
