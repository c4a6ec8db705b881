import type { ShownFigure } from '@/components/figures/shown-figure'
import { publishedStates } from '@/lib/db/waves/published-states'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { onlyFigure, sourceOf } from '@/lib/figure-data/published'
import { figureLanguage } from '@/lib/i18n/figure-language'
import { localeFrom } from '@/lib/i18n/locales'
import { log } from '@/lib/log'

type Params = Promise<{ readonly locale: string; readonly wave: string; readonly figure: string }>

/** The figure that an address names; null where there is none, the failure to read it where it cannot be read. */
export async function loadFigure(params: Params): Promise<ShownFigure | null | DatabaseError> {
  const { locale, wave, figure: name } = await params
  const fragment = decodeURIComponent(name)
  try {
    const published = await publishedStates.find(decodeURIComponent(wave))
    const only = published && onlyFigure(published, fragment)
    const [figure] = only?.document.figures ?? []
    if (only === null || figure === undefined) return null
    const language = await figureLanguage(localeFrom(locale))
    const source = sourceOf(only.document, figure)
    return { figure, source, published: only, fragment, language, origin: readSettings().publicUrl ?? null }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'a figure cannot be read')
    return error
  }
}
