import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import { languages, locales } from '@/lib/i18n/locales'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { ExitForm } from './exit-form'
import { Forgetting, type Shows } from './forgetting'
import { HelpFooter } from './help-footer'
import { KeptPlace } from './kept-place'

interface Props {
  /** The page that is shown, so that the other language leads to the same one. */
  readonly route: RouteId
  /** What follows the route's address where the page is one below it, such as `/2`. */
  readonly below?: string
  readonly children: ReactNode
}

/** Pages that a person may want to leave at once, leaving nothing behind, and what of it they show. */
const shownBy: Readonly<Partial<Record<RouteId, Shows>>> = {
  questionnaire: 'tab',
  change: 'comparison',
  results: 'comparison',
  takePart: 'comparison',
  receipt: 'comparison',
  withdraw: 'comparison',
}

/** What every page has: the way to its content, the site's name, the languages, and help at the foot. */
export function PageShell({ route, below = '', children }: Props) {
  const t = useTranslations('layout')
  const current = useLocale()
  const shows = shownBy[route]
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <header className={shows ? 'site-header site-header-stays' : 'site-header'}>
        <a className="site-name" href={pathTo('home', current)} aria-label={t('home')}>
          Miroir
        </a>
        <nav aria-label={t('languages')}>
          <ul className="languages">
            {locales.map((locale) => (
              <li key={locale}>
                {locale === current ? (
                  <span aria-current="true">{languages[locale].name}</span>
                ) : (
                  <a href={`${pathTo(route, locale)}${below}`} hrefLang={locale} lang={locale}>
                    {languages[locale].name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
        {shows && <ExitForm />}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <HelpFooter route={below === '' ? route : null} />
      <KeptPlace />
      <Forgetting shows={shows ?? 'nothing'} />
    </>
  )
}
