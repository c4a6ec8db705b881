import type { Locale } from '@/lib/i18n/locales'

/** Where "exit and erase" leads: a page that anybody may have open. */
export const elsewhere: Readonly<Record<Locale, string>> = {
  fr: 'https://fr.wikipedia.org/',
  en: 'https://en.wikipedia.org/',
}
