import path from 'node:path'
import { lastEndedWeek } from '@/lib/counts/ended-week'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { storeSchemePreview } from '@/lib/db/scheme'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { schemeEffects } from '@/lib/disclosure/microdata/scheme-preview'
import { tools } from '@/lib/instrument/tools'
import { makeWorkFolder, removeWorkFolder } from './edition-files'
import type { Making } from './make-edition'
import { scopeOf } from './plan-edition'
import { readIntoClasses } from './read-responses'
import { secureRandom } from '@/lib/keys/secure-random'

const rounded = (count: number) => randomlyRounded(count, secureRandom())

/** Stores what each scheme would do to the responses of the weeks that are over, rounded. Throws DatabaseError and what the disk throws. */
export async function previewSchemes(
  { database, reading, waveId, settings, now }: Making,
  smallestGroup: number,
): Promise<void> {
  const folder = makeWorkFolder(settings)
  try {
    const { waiting } = await readConsistently(reading, async (transaction) =>
      readIntoClasses(transaction, {
        scope: await scopeOf(transaction, waveId),
        lastWeek: lastEndedWeek(now),
        scheme: { tools },
        path: path.join(folder, 'responses'),
      }),
    )
    const preview = schemeEffects(waiting, smallestGroup).map(({ scheme, inFile, waiting: left }) => ({
      scheme,
      inFile: rounded(inFile),
      waiting: rounded(left),
    }))
    await storeSchemePreview(database, waveId, preview)
  } finally {
    removeWorkFolder(folder)
  }
}
