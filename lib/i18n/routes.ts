import { locales, type Locale } from './locales'

/** Every page: its folder under `app/[locale]`, and its address in each language. */
export const routes = {
  home: { folder: '', fr: '', en: '' },
  questionnaire: { folder: 'questionnaire', fr: 'questionnaire', en: 'questionnaire' },
  change: { folder: 'change', fr: 'modifier', en: 'change' },
  results: { folder: 'results', fr: 'resultats', en: 'results' },
  takePart: { folder: 'take-part', fr: 'participer', en: 'take-part' },
  receipt: { folder: 'receipt', fr: 'recu', en: 'receipt' },
  withdraw: { folder: 'withdraw', fr: 'retrait', en: 'withdraw' },
  withdrawn: { folder: 'withdrawn', fr: 'retire', en: 'withdrawn' },
  erased: { folder: 'erased', fr: 'efface', en: 'erased' },
  figures: { folder: 'figures', fr: 'chiffres', en: 'figures' },
  participants: { folder: 'participants', fr: 'participants', en: 'participants' },
  method: { folder: 'method', fr: 'methode', en: 'method' },
  privacy: { folder: 'privacy', fr: 'confidentialite', en: 'privacy' },
  accessibility: { folder: 'accessibility', fr: 'accessibilite', en: 'accessibility' },
  siteMap: { folder: 'site-map', fr: 'plan-du-site', en: 'site-map' },
  help: { folder: 'help', fr: 'aide', en: 'help' },
  exit: { folder: 'exit', fr: 'quitter', en: 'exit' },
  unreadable: { folder: 'unreadable', fr: 'envoi-illisible', en: 'unreadable' },
  pageTooOld: { folder: 'page-too-old', fr: 'page-trop-ancienne', en: 'page-too-old' },
  badAddress: { folder: 'bad-address', fr: 'adresse-illisible', en: 'bad-address' },
  otherSite: { folder: 'other-site', fr: 'envoi-refuse', en: 'refused' },
  tooLarge: { folder: 'too-large', fr: 'envoi-trop-volumineux', en: 'too-large' },
} as const satisfies Record<string, { folder: string } & Record<Locale, string>>

export type RouteId = keyof typeof routes

/** The address of a page in a language, without the site's origin. */
export function pathTo(route: RouteId, locale: Locale): string {
  const slug = routes[route][locale]
  return slug === '' ? `/${locale}` : `/${locale}/${slug}`
}

const translated = Object.values(routes).flatMap((route) =>
  locales
    .filter((locale) => route[locale] !== route.folder)
    .map((locale) => ({ address: `/${locale}/${route[locale]}`, file: `/${locale}/${route.folder}` })),
)

/** Addresses in the reader's language, mapped to the folders that answer them. */
export const rewrites = translated.map(({ address, file }) => ({ source: address, destination: file }))

/** The folder names lead to the one address that each page has in a language. */
export const redirects = translated.map(({ address, file }) => ({
  source: file,
  destination: address,
  permanent: true,
}))
