import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '@/lib/i18n/locales'
import { readMessages } from './messages'

/** What components draw, as a server sends it, on a page of a language. */
export function drawnIn(locale: Locale, children: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Paris" messages={readMessages(locale)}>
      {children}
    </NextIntlClientProvider>,
  )
}
