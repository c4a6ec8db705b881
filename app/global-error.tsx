'use client'

import { helpLines } from '@/components/layout/help-lines'
import { ReloadLink } from '@/components/layout/reload-link'
import { defaultLocale, locales } from '@/lib/i18n/locales'
import words from '@/messages/broken.json'
import { textFont } from './fonts'
import './styles/index.css'

/**
 * What is shown where not even the frame of a page can be made, the language included: it needs nothing but the words that it
 * carries, in both.
 */
export default function BrokenSite() {
  return (
    <html lang={defaultLocale} className={textFont.variable}>
      <body>
        <title>{words[defaultLocale].title}</title>
        <main id="content" className="error-notice">
          {locales.map((locale, index) => {
            const { title, text, retry, help } = words[locale]
            return (
              <section key={locale} lang={locale} className="error-notice">
                {index === 0 ? <h1>{title}</h1> : <h2>{title}</h2>}
                <p>{text}</p>
                <p>
                  <ReloadLink>{retry}</ReloadLink>
                </p>
                <p>
                  <a href={helpLines[0].href}>{help}</a>
                </p>
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
