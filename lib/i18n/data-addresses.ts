// Relative, as the framework's configuration reads this before it knows of aliases.
import { endings, type Ending } from '../figure-data/file'
import { locales, type Locale } from './locales'
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

const { folder } = routes.figures
const translated = locales.filter((locale) => pathTo('figures', locale) !== `/${locale}/${folder}`)

/** From the addresses of figures, and of the files beside them, to what answers them. */
export const rewrites = [
  ...locales.flatMap(ofLocale),
  ...translated.map((locale) => ({
    source: `${pathTo('figures', locale)}/:below+`,
    destination: `/${locale}/${folder}/:below+`,
  })),
]

/** The folder's name leads to the one address that each page has in a language. */
export const redirects = translated.map((locale) => ({
  source: `/${locale}/${folder}/:below+`,
  destination: `${pathTo('figures', locale)}/:below+`,
  permanent: true,
}))

/** The addresses of the files. */
export const figureFileAddress = new RegExp(
  `^(?:${locales.map((locale) => pathTo('figures', locale)).join('|')})(?:/${aPart}){0,2}\\.(?:${anEnding})$`,
)
