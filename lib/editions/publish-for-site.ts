import { openDatabase } from '@/lib/db/engine/client'
import { readOperator } from '@/lib/db/operator'
import { readOwnerSettings } from '@/lib/db/settings'
import type { Settings } from '@/lib/env'
import { loadExportWords } from '@/lib/i18n/export-words'
import { readSecret } from '@/lib/keys/secrets'
import { doEditionWork, type EditionWork } from './do-edition-work'

/** Does the day's work in publishing for the site of these settings, wave by wave, at the moment `now`. Throws as `doEditionWork` does. */
export async function publishForSite(settings: Settings, now: Date): Promise<readonly EditionWork[]> {
  const database = openDatabase(settings.databaseUrl)
  // Reading takes a transaction that lasts: what is stored meanwhile has a connection of its own.
  const reading = openDatabase(settings.databaseUrl, { dedicated: true })
  try {
    const words = await loadExportWords()
    const rules = await readOwnerSettings(database, settings.contribution)
    const publisher = await readOperator(database)
    const auditKey = readSecret(settings, 'audit')
    const waves = await database.run(async (client) => client.wave.findMany({ select: { id: true } }))
    const done: EditionWork[] = []
    for (const { id: waveId } of waves) {
      const making = { waveId, database, reading, settings, rules, words, publisher, auditKey, now }
      done.push(await doEditionWork(making))
    }
    return done
  } finally {
    await reading.close().catch(() => undefined)
    await database.close().catch(() => undefined)
  }
}
