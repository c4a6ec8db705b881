import { useLocale } from 'next-intl'
import type { Ending } from '@/lib/figure-data/file'
import { figureFilePath, type FiguresPlace } from '@/lib/i18n/data-addresses'
import { pathTo } from '@/lib/i18n/routes'
import { useTranslations } from '@/lib/i18n/translations'

/** What each file is for a program that looks for it in the head of the page; the README is for people. */
const types: Readonly<Partial<Record<Ending, string>>> = {
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
}

/** The data of what the page shows, in a few links. */
export function DataLinks({ place }: { readonly place: FiguresPlace }) {
  const t = useTranslations('figureData.page')
  const locale = useLocale()
  const links = [
    ['csv', t('csv')],
    ['json', t('json')],
    ['zip', t('zip')],
    ['metadata.json', t('metadata')],
    ['readme.md', t('readme')],
  ] as const
  return (
    <section className="data-links" aria-labelledby="data-title">
      {Object.entries(types).map(([ending, type]) => (
        <link
          key={ending}
          rel="alternate"
          type={type}
          href={figureFilePath(locale, place, ending as Ending)}
        />
      ))}
      <h2 id="data-title">{t('data')}</h2>
      <ul>
        {links.map(([ending, words]) => (
          <li key={ending}>
            <a href={figureFilePath(locale, place, ending)}>{words}</a>
          </li>
        ))}
        <li>
          <a href={pathTo('api', locale)}>{t('api')}</a>
        </li>
      </ul>
    </section>
  )
}
