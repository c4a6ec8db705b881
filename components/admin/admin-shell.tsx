import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { HelpFooter } from '@/components/layout/help-footer'
import { useTranslations } from '@/lib/i18n/translations'
import { languages, locales } from '@/lib/i18n/locales'
import { adminPages, adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { pathTo } from '@/lib/i18n/routes'
import { programVersion } from '@/lib/version'

/** Whether a place of the menu is the page that is shown, or the one that it belongs to. */
function currentIn(each: AdminPage, page: AdminPage): 'page' | 'true' | undefined {
  if (each === page) return 'page'
  const [{ path }, { path: shown }] = [adminPages[each], adminPages[page]]
  return shown === path || (path !== '' && shown.startsWith(`${path}/`)) ? 'true' : undefined
}

interface Props {
  /** The page that is shown, and what stands after it in its address. */
  readonly page: AdminPage
  readonly suffix?: string
  /** The pages that the signed-in admin may open, in order; empty before the sign-in. */
  readonly pages: readonly AdminPage[]
  /** The button that signs out. */
  readonly signOut: ReactNode
  readonly children: ReactNode
}

/** What every page of the admin area has: the way to its content, its parts, the languages, the way out, and help. */
export function AdminShell({ page, suffix = '', pages, signOut, children }: Props) {
  const t = useTranslations()
  const current = useLocale()
  return (
    <>
      <a className="skip-link" href="#content">
        {t('layout.skipToContent')}
      </a>
      <header className="site-header">
        <a className="site-name" href={pathTo('home', current)} aria-label={t('layout.home')}>
          Miroir
        </a>
        <nav aria-label={t('layout.languages')}>
          <ul className="languages">
            {locales.map((locale) => (
              <li key={locale}>
                {locale === current ? (
                  <span aria-current="true">{languages[locale].name}</span>
                ) : (
                  <a href={adminPath(page, locale) + suffix} hrefLang={locale} lang={locale}>
                    {languages[locale].name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
        {signOut}
      </header>
      {pages.length > 0 && (
        <nav className="admin-pages" aria-label={t('admin.pages')}>
          <ul>
            {pages.map((each) => (
              <li key={each}>
                <a href={adminPath(each, current)} aria-current={currentIn(each, page)}>
                  {t(`admin.titles.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main id="content" tabIndex={-1} className="admin">
        {children}
      </main>
      <HelpFooter route={null} {...(pages.length > 0 && { version: programVersion })} />
    </>
  )
}
