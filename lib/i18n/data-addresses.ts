// Relative, as the framework's configuration reads this before it knows of aliases.
import { endings, type Ending } from '../figure-data/file'
import { localeFrom, locales, type Locale } from './locales'
import { pathTo, routes } from './routes'

/** Which figures an address is about. */
export interface FiguresPlace {
  /** null: the current wave. */
  readonly waveId: string | null
  /** As `fragmentOf` makes it; null: all figures of the wave. */
  readonly fragment: string | null
}

/** The address of the page of figures, without the site's origin. */
export function figuresPath(locale: Locale, { waveId, fragment }: FiguresPlace): string {
  const parts = [waveId, fragment].filter((part) => part !== null)
  return [pathTo('figures', locale), ...parts.map(encodeURIComponent)].join('/')
}

/** The address of a file of what a page of figures shows. `state`: that of the wave which stays; null: the last one. */
export function figureFilePath(
  locale: Locale,
  place: FiguresPlace,
  ending: Ending,
  state: number | null = null,
): string {
  return `${figuresPath(locale, place)}.${ending}${state === null ? '' : `?state=${state}`}`
}

const embedFolder = 'embed'
const embedNames: Readonly<Partial<Record<Locale, string>>> = { fr: 'integrer' }
const embedBase = (locale: Locale) => `/${locale}/${embedNames[locale] ?? embedFolder}`

/** The address at which other sites show a figure in theirs, without the site's origin. */
export function embedPath(locale: Locale, waveId: string, fragment: string): string {
  return [embedBase(locale), ...[waveId, fragment].map(encodeURIComponent)].join('/')
}

/** Stands in an inner address for what was left open. No wave and no figure is called so. */
export const leftOpen = '~'

const anEnding = endings.map((ending) => ending.replaceAll('.', String.raw`\.`)).join('|')
const aPart = '[^/.]+'

const ofLocale = (locale: Locale) => {
  const page = pathTo('figures', locale)
  const handler = `/api/figure-data/${locale}`
  const ending = `:ending(${anEnding})`
  return [
    { source: `${page}.${ending}`, destination: `${handler}/${leftOpen}/${leftOpen}/:ending` },
    { source: `${page}/:wave(${aPart}).${ending}`, destination: `${handler}/:wave/${leftOpen}/:ending` },
    {
      source: `${page}/:wave/:figure(${aPart}).${ending}`,
      destination: `${handler}/:wave/:figure/:ending`,
    },
  ]
}

const translated = locales
  .flatMap((locale) => [
    { page: pathTo('figures', locale), file: `/${locale}/${routes.figures.folder}` },
    { page: embedBase(locale), file: `/${locale}/${embedFolder}` },
  ])
  .filter(({ page, file }) => page !== file)

/** From the addresses of figures, and of the files beside them, to what answers them. */
export const rewrites = [
  ...locales.flatMap(ofLocale),
  ...translated.map(({ page, file }) => ({ source: `${page}/:below+`, destination: `${file}/:below+` })),
]

/** The folders' names lead to the one address that each page has in a language. */
export const redirects = translated.map(({ page, file }) => ({
  source: `${file}/:below+`,
  destination: `${page}/:below+`,
  permanent: true,
}))

const anyOf = (addressOf: (locale: Locale) => string) => `^(?:${locales.map(addressOf).join('|')})`
const figureBase = (locale: Locale) => pathTo('figures', locale)

/** The addresses of the files. */
export const figureFileAddress = new RegExp(`${anyOf(figureBase)}(?:/${aPart}){0,2}\\.(?:${anEnding})$`)

/** The addresses of the pages of one figure. */
export const figurePageAddress = new RegExp(`${anyOf(figureBase)}/${aPart}/${aPart}$`)

/** The addresses at which other sites show figures in theirs. */
export const embedAddress = new RegExp(`${anyOf(embedBase)}/${aPart}/${aPart}$`)

/** The figure that an address leads to, on its page or in another site's; null where it leads to none. */
export function figureAt(
  path: string,
): { readonly locale: Locale; readonly waveId: string; readonly fragment: string } | null {
  if (!figurePageAddress.test(path) && !embedAddress.test(path)) return null
  const [, locale, , waveId = '', fragment = ''] = path.split('/')
  try {
    return {
      locale: localeFrom(locale),
      waveId: decodeURIComponent(waveId),
      fragment: decodeURIComponent(fragment),
    }
  } catch {
    return null
  }
}
