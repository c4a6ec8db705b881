// npm run db:migrate: brings the database that the settings name up to date.
import { migrate } from '@/lib/db/migrations/runner'
import { readSettings } from '@/lib/env'
import { runScript } from './run-script'
import { findSite } from './site'

const line = {
  command: 'npm run db:migrate',
  says: 'Brings the database up to date. `npm start` does so too.',
  operands: {},
  options: { create: { says: 'makes the database where there is none, and the tables of an empty one' } },
}

await runScript(line, async ({ options: { create } }) => {
  const { databaseUrl } = create ? readSettings() : await findSite([])
  const { database, applied } = await migrate(databaseUrl)
  return applied.length === 0
    ? `${database} is up to date.`
    : `${database} is up to date now: applied ${applied.join(', ')}.`
})
