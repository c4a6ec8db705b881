import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { Article } from './article'
import { siteMap } from './site-map.data'

/** Every page that a person may want to go to, with what it is for. */
export function SiteMap() {
  const t = useTranslations('siteMap')
  const locale = useLocale()
  const groups = Object.keys(siteMap) as (keyof typeof siteMap)[]
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      sections={groups.map((group) => ({
        id: group,
        title: t(`groups.${group}`),
        content: (
          <ul className="site-map">
            {siteMap[group].map((page) => (
              <li key={page}>
                <a href={pathTo(page, locale)}>{t(`${page}.name`)}</a>
                <p className="hint">{t(`${page}.about`)}</p>
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  )
}
