import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { pathTo, type RouteId } from '@/lib/i18n/routes'

interface Props {
  readonly title: string
  /** What happened, what was kept and what to do. */
  readonly children: ReactNode
  /** Where the next step leads, and its words. */
  readonly route: RouteId
  readonly link: string
}

/** A page that says what went wrong. */
export function ErrorNotice({ title, children, route, link }: Props) {
  const locale = useLocale()
  return (
    <section className="error-notice">
      <h1>{title}</h1>
      <div>{children}</div>
      <p className="actions">
        <a className="button" href={pathTo(route, locale)}>
          {link}
        </a>
      </p>
    </section>
  )
}
