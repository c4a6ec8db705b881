import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { conformity } from './conformity'
import { helpLines, helpLinesDatedOn } from './help-lines'

interface Props {
  /** The page that is shown; null: one that has no place at the foot. */
  readonly route: RouteId | null
  /** The version of the program, on pages for those who run the site. */
  readonly version?: string
}

const informationPages = [
  'figures',
  'participants',
  'method',
  'privacy',
  'withdraw',
  'accessibility',
  'legalNotice',
  'siteMap',
  'help',
] as const satisfies readonly RouteId[]

/** Where to find help, and the pages about this site: the same words in the same place on every page. */
export function HelpFooter({ route, version }: Props) {
  return (
    <footer className="site-footer">
      <HelpLines />
      <InformationLinks route={route} />
      {version !== undefined && <ProgramVersion version={version} />}
    </footer>
  )
}

/** Nobody is told who follows these links. */
function HelpLines() {
  const t = useTranslations('help')
  return (
    <section id="help" aria-labelledby="help-title">
      <h2 id="help-title">{t('prompt')}</h2>
      <p>{t('intro')}</p>
      <ul className="help-lines">
        {helpLines.map(({ id, number, href }) => (
          <li key={id}>
            <a href={href} aria-label={t(href.startsWith('sms:') ? 'textLabel' : 'callLabel', { number })}>
              {number}
            </a>{' '}
            <span>{t(id)}</span>
          </li>
        ))}
      </ul>
      <p className="dated">{t('datedOn', { date: useDayWords()(helpLinesDatedOn) })}</p>
    </section>
  )
}

function ProgramVersion({ version }: { readonly version: string }) {
  const t = useTranslations('admin')
  return <p className="program-version">{t('version', { version })}</p>
}

function InformationLinks({ route }: Props) {
  const t = useTranslations('layout')
  const locale = useLocale()
  return (
    <nav className="footer-links" aria-label={t('information')}>
      <ul>
        {informationPages.map((page) => (
          <li key={page}>
            <a href={pathTo(page, locale)} aria-current={page === route ? 'page' : undefined}>
              {t(page === 'accessibility' ? `accessibility.${conformity.state}` : page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
