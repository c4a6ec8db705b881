import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@/lib/db/client'
import { seedDemo } from '@/lib/db/seed-demo'
import { readSettings } from '@/lib/env'
import { ensureSecrets, readSecret } from '@/lib/keys/secrets'
import { prepareDatabase } from '@/server/prepare-database'
import { startSite } from '@/tests/support/running-site'
import { signedInCookie } from '@/tests/support/signed-in-cookie'

export interface SeededSite {
  readonly url: string
  /** The cookie of an admin who is signed in. */
  readonly cookie: string
  readonly stop: () => Promise<void>
}

/** Starts the site on a database of its own with so many made-up responses, counted, and with an admin who is signed in. */
export async function startSeededSite(responseCount: number): Promise<SeededSite> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-bench-'))
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const settings = readSettings({ MIROIR_DATA_DIR: dataDir })
    ensureSecrets(settings)
    await prepareDatabase(settings)
    const database = openDatabase(settings.databaseUrl)
    await seedDemo(database, responseCount, { seed: 'bench', now: new Date(), force: false })
    const cookie = await signedInCookie(database, readSecret(settings, 'admin'))
    await database.close()
    const site = await startSite({ MIROIR_DATA_DIR: dataDir })
    const stop = async () => {
      await site.stop()
      remove()
    }
    return { url: site.url, cookie, stop }
  } catch (error) {
    remove()
    throw error
  }
}
