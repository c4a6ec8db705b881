/** The languages of the site, the default first. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'fr'

export function isLocale(candidate: unknown): candidate is Locale {
  return locales.some((locale) => locale === candidate)
}

/** A language of the site as it stands in an address; the default where it is none. */
export function localeFrom(candidate: unknown): Locale {
  return isLocale(candidate) ? candidate : defaultLocale
}
