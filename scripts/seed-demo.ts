// npm run seed:demo -- <count> [--seed=<text>] [--force]: made-up responses, for demonstrations and for measuring.
import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db/client'
import { seedDemo } from '@/lib/db/seed-demo'
import { readSettings } from '@/lib/env'
import { prepareDatabase } from '../server/prepare-database'
import { runScript } from './run-script'

await runScript(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: 'demo' }, force: { type: 'boolean', default: false } },
  })
  const [count = ''] = positionals
  if (!/^[1-9]\d{0,7}$/.test(count)) {
    throw new Error('Say how many responses to make up: npm run seed:demo -- 1000')
  }
  const settings = readSettings()
  await prepareDatabase(settings)
  const database = openDatabase(settings.databaseUrl)
  try {
    await seedDemo(database, Number(count), { ...values, now: new Date() })
    return `Made up ${count} responses.`
  } finally {
    await database.close()
  }
})
