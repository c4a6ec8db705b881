import { getRequestConfig } from 'next-intl/server'
import * as rootParams from 'next/root-params'
import { localeFrom } from './locales'
import { loadMessages } from './messages'

export default getRequestConfig(async ({ locale: requested }) => {
  const candidate = requested ?? (await rootParams.locale())
  const locale = localeFrom(candidate)
  // Dates are days, not moments: one time zone keeps them the same for every reader.
  return { locale, messages: await loadMessages(locale), timeZone: 'Europe/Paris' }
})
