// npm run seed:demo -- <count> [--seed=<text>] [--force]: made-up responses, for demonstrations and for measuring.
import { systemActor } from '@/lib/audit/entry'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { countDemo, seedDemo } from './seed-demo'
import { readSecret } from '@/lib/keys/secrets'
import { publishForSite } from '@/lib/editions/publish-for-site'
import { prepareDatabase } from '@/server/prepare-database'
import { runScript } from '@/scripts/run-script'
import { findSite } from '@/scripts/site'

const line = {
  command: 'npm run seed:demo',
  says: 'Puts made-up responses, marked as such, in the place of earlier made-up ones.',
  operands: { count: 'how many responses to make up' },
  options: {
    seed: { text: 'text', says: 'another text makes up other responses' },
    force: { says: 'makes them up where there are real responses too' },
    'dry-run': { says: 'says how many made-up responses would go, and changes nothing' },
  },
}

await runScript(line, async ({ operands: { count }, options: { seed = 'demo', force, ...options } }) => {
  if (!/^[1-9]\d{0,7}$/.test(count)) {
    throw new Error('Say how many responses to make up: npm run seed:demo -- 1000')
  }
  const settings = await findSite(['audit'])
  const database = openDatabase(settings.databaseUrl)
  try {
    if (options['dry-run']) {
      const demoCount = await countDemo(database)
      return `Would put ${count} made-up responses in the place of ${demoCount}. Nothing was changed.`
    }
    await prepareDatabase(settings)
    const now = new Date()
    await seedDemo(database, Number(count), { seed, force, now })
    const made = (await publishForSite(settings, now)).find((work) => work.made !== null)?.made ?? null
    await appendAudit(
      database,
      readSecret(settings, 'audit'),
      {
        actor: systemActor,
        action: 'demoSeeded',
        subject: await readCurrentWaveId(database),
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
