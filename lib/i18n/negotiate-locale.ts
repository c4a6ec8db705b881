import Negotiator from 'negotiator'
import { defaultLocale, isLocale, locales, type Locale } from './locales'

/** The language of the site that suits an Accept-Language header best; French when none does. */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  const preferred = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([...locales])
  return isLocale(preferred) ? preferred : defaultLocale
}
