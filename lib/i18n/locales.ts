/** The languages of the site, the default first. Everything that differs between them follows from this table and `messages`. */
export const languages = {
  fr: { name: 'Français', region: 'fr-FR', elsewhere: 'https://fr.wikipedia.org/' },
  en: { name: 'English', region: 'en-GB', elsewhere: 'https://en.wikipedia.org/' },
} as const satisfies Readonly<Record<string, Language>>

interface Language {
  /** What its readers call it. */
  readonly name: string
  /**
   * The region whose dates are written. "23 November 2026", as the British write it, is understood by every reader of English;
   * pages that are made before anybody asks for them know no region.
   */
  readonly region: string
  /** Where "exit and erase" leads: a page that anybody may have open. */
  readonly elsewhere: string
}

export type Locale = keyof typeof languages
export const defaultLocale: Locale = 'fr'
export const locales = Object.keys(languages) as [Locale, ...Locale[]]

export function isLocale(candidate: unknown): candidate is Locale {
  return locales.some((locale) => locale === candidate)
}

/** A language of the site as it stands in an address; the default where it is none. */
export function localeFrom(candidate: unknown): Locale {
  return isLocale(candidate) ? candidate : defaultLocale
}
