// npm run seed:demo -- <count> [--seed=<text>] [--force]: made-up responses, for demonstrations and for measuring.
import { parseArgs } from 'node:util'
import { systemActor } from '@/lib/audit/entry'
import { currentWaveId } from '@/lib/comparison/waves'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { seedDemo } from './seed-demo'
import { readSettings } from '@/lib/env'
import { ensureSecrets, readSecret } from '@/lib/keys/secrets'
import { publishForSite } from '@/lib/editions/publish-for-site'
import { prepareDatabase } from '@/server/prepare-database'
import { runScript } from '@/scripts/run-script'

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
  ensureSecrets(settings)
  await prepareDatabase(settings)
  const database = openDatabase(settings.databaseUrl)
  try {
    const now = new Date()
    await seedDemo(database, Number(count), { ...values, now })
    const made = (await publishForSite(settings, now)).find((work) => work.made !== null)?.made ?? null
    await appendAudit(
      database,
      readSecret(settings, 'audit'),
      {
        actor: systemActor,
        action: 'demoSeeded',
        subject: currentWaveId,
        outcome: 'succeeded',
        details: { responseCount: Number(count) },
      },
      now,
    )
    const published = made
      ? `published edition ${made.id} of them`
      : 'published none of them: too few are of weeks that are over'
    return `Made up ${count} responses, and ${published}.`
  } finally {
    await database.close()
  }
})
