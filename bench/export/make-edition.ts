// Makes an edition of a data folder's responses as the daily work does, in a process of its own, and prints what it took. See main.ts.
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { editionFileSize } from '@/lib/editions/edition-files'
import { publishForSite } from '@/lib/editions/publish-for-site'
import { ensureSecrets } from '@/lib/keys/secrets'

/** What one edition took. */
export interface Taken {
  readonly seconds: number
  /** The most memory that the process ever held, in MiB. */
  readonly peakMiB: number
  /** Records in the file, rounded. */
  readonly records: number
  readonly bundleBytes: number
}

const settings = readSettings()
ensureSecrets(settings)
const database = openDatabase(settings.databaseUrl)
await database.run(async (client) =>
  client.$transaction([
    client.edition.deleteMany(),
    client.weekCount.deleteMany(),
    client.response.updateMany({ where: { hasEntered: true }, data: { hasEntered: false } }),
  ]),
)
await database.close()

const begun = performance.now()
const made = (await publishForSite(settings, new Date())).find((work) => work.made !== null)?.made
const seconds = (performance.now() - begun) / 1000
if (!made) throw new Error('no edition was due')
const taken: Taken = {
  seconds,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  records: made.recordCount,
  bundleBytes: editionFileSize(settings, made) ?? 0,
}
console.log(JSON.stringify(taken))
