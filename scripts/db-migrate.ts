// npm run db:migrate: brings the database that the settings name up to date.
import { migrate } from '@/lib/db/migrations/runner'
import { readSettings } from '@/lib/env'
import { runScript } from './run-script'

await runScript(async () => {
  const { database, applied } = await migrate(readSettings().databaseUrl)
  return applied.length === 0
    ? `${database} is up to date.`
    : `${database} is up to date now: applied ${applied.join(', ')}.`
})
