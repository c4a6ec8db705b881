import { figureFiles } from '@/app/api/figure-data/find-figure-file'
import { publishedStates } from '@/lib/db/waves/published-states'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import type { FigureFiles } from '@/lib/figure-data/file'
import type { Locale } from '@/lib/i18n/locales'
import { log } from '@/lib/log'

/**
 * What is told of the figures of a wave as data, that of null the current one; null where that cannot be read. Addresses are those of the
 * site where they are known, else without its origin: a page that is kept knows nothing of who asks.
 */
export async function loadDataset(locale: Locale, waveId: string | null): Promise<FigureFiles | null> {
  try {
    const published = await publishedStates.find(waveId)
    if (published === null) return null
    return await figureFiles(
      locale,
      { waveId, fragment: null },
      published,
      null,
      readSettings().publicUrl ?? '',
    )
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the figures cannot be described as data')
    return null
  }
}
