import { locales, type Locale } from './locales'

interface Route extends Readonly<Partial<Record<Locale, string>>> {
  readonly folder: string
  /** Whether there are pages below it: one for each wave, say. */
  readonly hasBelow?: true
}

/** Every page: its folder under `app/[locale]`, and its address in each language where that is another one. */
export const routes = {
  home: { folder: '' },
  questionnaire: { folder: 'questionnaire' },
  change: { folder: 'change', fr: 'modifier' },
  results: { folder: 'results', fr: 'resultats', hasBelow: true },
  takePart: { folder: 'take-part', fr: 'participer' },
  receipt: { folder: 'receipt', fr: 'recu' },
  withdraw: { folder: 'withdraw', fr: 'retrait' },
  withdrawn: { folder: 'withdrawn', fr: 'retire' },
  erased: { folder: 'erased', fr: 'efface' },
  figures: { folder: 'figures', fr: 'chiffres' },
  trends: { folder: 'trends', fr: 'evolution' },
  corrections: { folder: 'corrections' },
  participants: { folder: 'participants' },
  method: { folder: 'method', fr: 'methode' },
  api: { folder: 'api' },
  privacy: { folder: 'privacy', fr: 'confidentialite' },
  accessibility: { folder: 'accessibility', fr: 'accessibilite' },
  legalNotice: { folder: 'legal-notice', fr: 'mentions-legales' },
  siteMap: { folder: 'site-map', fr: 'plan-du-site' },
  help: { folder: 'help', fr: 'aide' },
  exit: { folder: 'exit', fr: 'quitter' },
  unreadable: { folder: 'unreadable', fr: 'envoi-illisible' },
  pageTooOld: { folder: 'page-too-old', fr: 'page-trop-ancienne' },
  badAddress: { folder: 'bad-address', fr: 'adresse-illisible' },
  otherSite: { folder: 'other-site', fr: 'envoi-refuse', en: 'refused' },
  busy: { folder: 'busy', fr: 'trop-de-demandes' },
  tooLarge: { folder: 'too-large', fr: 'envoi-trop-volumineux' },
} as const satisfies Readonly<Record<string, Route>>

export type RouteId = keyof typeof routes

const slugOf = (route: Route, locale: Locale): string => route[locale] ?? route.folder

/** The address of a page in a language, without the site's origin. */
export function pathTo(route: RouteId, locale: Locale): string {
  const slug = slugOf(routes[route], locale)
  return slug === '' ? `/${locale}` : `/${locale}/${slug}`
}

const translated = Object.values(routes).flatMap((route) =>
  locales
    .filter((locale) => slugOf(route, locale) !== route.folder)
    .flatMap((locale) => {
      const page = { address: `/${locale}/${slugOf(route, locale)}`, file: `/${locale}/${route.folder}` }
      const below = { address: `${page.address}/:below+`, file: `${page.file}/:below+` }
      return (route as Route).hasBelow ? [page, below] : [page]
    }),
)

/** Addresses in the reader's language, mapped to the folders that answer them. */
export const rewrites = translated.map(({ address, file }) => ({ source: address, destination: file }))

/** The folder names lead to the one address that each page has in a language. */
export const redirects = translated.map(({ address, file }) => ({
  source: file,
  destination: address,
  permanent: true,
}))
