/** The languages of the site, the default first. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'fr'

export function isLocale(candidate: unknown): candidate is Locale {
  return locales.some((locale) => locale === candidate)
}
