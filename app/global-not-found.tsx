import type { Metadata } from 'next'
import { helpLines } from '@/components/layout/help-lines'
import { defaultLocale, locales } from '@/lib/i18n/locales'
import { loadMessages } from '@/lib/i18n/messages'
import { pathTo } from '@/lib/i18n/routes'
import { textFont } from './fonts'
import './styles/index.css'

export async function generateMetadata(): Promise<Metadata> {
  const { errors, site } = await loadMessages(defaultLocale)
  return { title: `${errors.notFoundTitle} – ${site.name}`, robots: { index: false } }
}

/** An address outside both languages: said in both. */
export default async function GlobalNotFound() {
  const words = await Promise.all(
    locales.map(async (locale) => ({ locale, ...(await loadMessages(locale)) })),
  )
  return (
    <html lang={defaultLocale} className={textFont.variable}>
      <body>
        <main id="content" className="error-notice">
          {words.map(({ locale, errors, help }, index) => (
            <section key={locale} lang={locale} className="error-notice">
              {index === 0 ? <h1>{errors.notFoundTitle}</h1> : <h2>{errors.notFoundTitle}</h2>}
              <p>{errors.notFound}</p>
              <p>
                <a className="button" href={pathTo('home', locale)}>
                  {errors.home}
                </a>
              </p>
              <p>
                <a href={helpLines[0].href}>{help.prompt}</a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
