import { figureFiles, findPublished, type NoFile } from '@/app/api/figure-data/find-figure-file'
import { writeFigureFile } from '@/lib/figure-data/write-file'
import { defaultLocale, isLocale, locales } from '@/lib/i18n/locales'
import { openRoute } from '../../../open-route'

const unknownLanguage = {
  problem: 'bad-request',
  detail: 'Nothing is said in this language.',
  errors: [{ code: 'unknownLanguage', at: 'language', detail: `It is one of ${locales.join(', ')}.` }],
} as const satisfies NoFile

/** The figures of a wave: all of them, or those of an indicator, of a population, of both. */
export const { GET, OPTIONS } = openRoute(async (query, { wave }: { readonly wave: string }) => {
  const found = await findPublished(wave, query.get('state'))
  if ('problem' in found) return found
  const { published, number } = found
  const [indicator, population, locale] = ['indicator', 'population', 'language'].map((name) =>
    query.get(name),
  )
  if (locale !== null && !isLocale(locale)) return unknownLanguage
  const figures = published.document.figures.filter(
    (figure) =>
      (indicator === null || figure.code === indicator) &&
      (population === null || figure.population === population),
  )
  const chosen = { ...published, document: { ...published.document, figures } }
  const place = { waveId: wave, fragment: null }
  const files = await figureFiles(locale ?? defaultLocale, place, chosen, number)
  return {
    content: String(await writeFigureFile(files, 'json')),
    headers: number === null ? {} : { 'Cache-Control': 'public, max-age=86400' },
  }
})
