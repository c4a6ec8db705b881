import { siteOrigin } from '@/app/site-origin'
import { apiBase } from '@/lib/api/operations'
import { publishedStates } from '@/lib/db/waves/published-states'
import { aboutState, aboutWave } from '@/lib/figure-data/about'
import { defaultLocale } from '@/lib/i18n/locales'
import { figureLanguages } from '@/lib/i18n/figure-language'
import { openRoute } from '../open-route'

/** The waves of which something was published, the latest first. */
export const { GET, OPTIONS } = openRoute(async () => {
  const languages = await figureLanguages(defaultLocale)
  const list = await publishedStates.list()
  const found = await Promise.all(
    list.map(async (wave) => ({ wave, last: await publishedStates.find(wave.id) })),
  )
  const waves = found.flatMap(({ wave: { id, isCurrent, states }, last }) => {
    if (last === null) return []
    const { document, state } = last
    return {
      wave: aboutWave(document.wave, languages),
      is_current: isCurrent,
      state: aboutState(state),
      states: states.map(aboutState),
      figure_count: document.figures.length,
      figures: `${siteOrigin()}${apiBase}/waves/${encodeURIComponent(id)}/figures`,
    }
  })
  return { content: { waves } }
})
