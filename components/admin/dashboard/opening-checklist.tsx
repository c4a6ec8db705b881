import { useLocale } from 'next-intl'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'

/** Where each thing is done that a site needs before it opens, in the order in which they are best done. */
const places = {
  operator: ['operator', ''],
  secondOwner: ['accounts', '?invite=owner#invite-title'],
  licence: ['settings', '#licence-title'],
  scheme: ['editions', '#scheme'],
  rhythm: ['settings', '#editions-title'],
  backup: ['settings', '#machine-title'],
  publicAddress: ['settings', '#machine-title'],
} as const satisfies Readonly<Record<string, readonly [AdminPage, string]>>

type OpeningItem = keyof typeof places
const items = Object.keys(places) as readonly OpeningItem[]

/** Whether each of them is done. */
export type OpeningState = Readonly<Record<OpeningItem, boolean>>

/** What is left to do before the site opens; nothing once all is done. */
export function OpeningChecklist({ state }: { readonly state: OpeningState }) {
  const t = useTranslations('admin.opening')
  const locale = useLocale()
  const done = items.filter((item) => state[item]).length
  if (done === items.length) return null
  return (
    <section aria-labelledby="opening-title" className="dashboard-part opening">
      <h2 id="opening-title">{t('title')}</h2>
      <p>{t('progress', { done, count: items.length })}</p>
      <ol className="opening-list">
        {items.map((item) => {
          const [page, place] = places[item]
          return (
            <li key={item} data-item={item} data-done={state[item]}>
              <p>
                <span className="opening-state">{t(state[item] ? 'done' : 'toDo')}</span>{' '}
                <a href={adminPath(page, locale) + place}>{t(`items.${item}.name`)}</a>
              </p>
              {!state[item] && <p className="hint">{t(`items.${item}.why`)}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
