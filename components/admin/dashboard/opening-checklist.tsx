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

export interface OpeningState {
  /** Whether each of them is done. */
  readonly steps: Readonly<Record<OpeningItem, boolean>>
  /** Whether answers can be contributed: another wave, or a backup that was put in place, leaves things to do again. */
  readonly isOpen: boolean
}

/** What is left to do before the site opens, or while it is open; nothing once all is done. */
export function OpeningChecklist({ steps, isOpen }: OpeningState) {
  const t = useTranslations('admin.opening')
  const locale = useLocale()
  const done = items.filter((item) => steps[item]).length
  if (done === items.length) return null
  return (
    <section aria-labelledby="opening-title" className="dashboard-part opening">
      <h2 id="opening-title">{t(isOpen ? 'leftTitle' : 'title')}</h2>
      <p>{t('progress', { done, count: items.length })}</p>
      <ol className="opening-list">
        {items.map((item) => {
          const [page, place] = places[item]
          return (
            <li key={item} data-item={item} data-done={steps[item]}>
              <p>
                <span className="opening-state">{t(steps[item] ? 'done' : 'toDo')}</span>{' '}
                <a href={adminPath(page, locale) + place}>{t(`items.${item}.name`)}</a>
              </p>
              {!steps[item] && <p className="hint">{t(`items.${item}.why`)}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
