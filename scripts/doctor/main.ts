// npm run doctor: looks at a site from its settings to its last backup, and says in a line each what is fine and what is to be done.
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings, type Settings } from '@/lib/env'
import { runScript } from '../run-script'
import { failure, fine, findingLines, look, type Finding } from './finding'
import { lookAtAddress, lookAtServer } from './look-at-address'
import { lookAtAudit, lookAtClock, lookAtDailyWork, lookAtDatabase } from './look-at-database'
import { lookAtBackup, lookAtDisk, lookAtFolder, lookAtSecrets } from './look-at-files'

const line = {
  command: 'npm run doctor',
  says: 'Looks at the site, and says in a line each what is fine, and what is to be done. Changes nothing. Exit code 1 where something is wrong.',
  operands: {},
  options: {},
}

async function lookAtRows(settings: Settings, now: Date): Promise<readonly Finding[]> {
  const database = openDatabase(settings.databaseUrl, { dedicated: true })
  try {
    const found = await look('database', async () => lookAtDatabase(settings, database))
    // What is in a database that cannot be used says nothing more.
    if (found.state !== 'fine') return [found]
    return [
      found,
      await look('clock', async () => lookAtClock(database, now)),
      await look('daily work', async () => lookAtDailyWork(database, now)),
      await look('audit log', async () => lookAtAudit(settings, database)),
    ]
  } finally {
    await database.close().catch(() => undefined)
  }
}

async function lookAtAll(settings: Settings): Promise<readonly Finding[]> {
  const now = new Date()
  return [
    fine('settings', 'They can be read.'),
    await look('data folder', () => lookAtFolder(settings)),
    await look('secrets', () => lookAtSecrets(settings)),
    ...(await lookAtRows(settings, now)),
    await look('disk', async () => lookAtDisk(settings)),
    await look('backup', () => lookAtBackup(settings, now)),
    await look('server', async () => lookAtServer(settings)),
    await look('proxy', async () => lookAtAddress(settings)),
  ]
}

async function findings(): Promise<readonly Finding[]> {
  try {
    return await lookAtAll(readSettings())
  } catch (error) {
    return [failure('settings', error instanceof Error ? error.message : String(error))]
  }
}

await runScript(line, async () => {
  const found = await findings()
  if (found.some(({ state }) => state === 'error')) process.exitCode = 1
  return findingLines(found)
})
