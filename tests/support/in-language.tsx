import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '@/lib/i18n/locales'
import english from '@/messages/en.json'
import french from '@/messages/fr.json'

/** What components draw, as a server sends it, on a page of a language. */
export function drawnIn(locale: Locale, children: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="Europe/Paris"
      messages={{ fr: french, en: english }[locale]}
    >
      {children}
    </NextIntlClientProvider>,
  )
}
