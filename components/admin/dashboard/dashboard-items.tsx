import { useTranslations } from '@/lib/i18n/translations'
import { itemById, steps, type ItemId } from '@/lib/instrument/catalogue'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { CountBars } from './count-bars'
import { DashboardSection } from './dashboard-section'
import { useCountWords } from './use-count-words'

/** How many participants answered each question, by the pages of the questionnaire. */
export function DashboardItems({ view }: { readonly view: DashboardView }) {
  const t = useTranslations()
  const countWords = useCountWords()
  const groups = steps.map((step) => ({
    step,
    items: view.items.filter(({ item }) => itemById(item).step === step),
  }))
  const label = (item: ItemId) => (
    <>
      <span>{t(`items.${item}.label`)}</span>
      {itemById(item).shownWhen !== null && <small>{t('admin.dashboard.answered.some')}</small>}
    </>
  )
  return (
    <DashboardSection
      part="answered"
      lead={t('admin.dashboard.answered.lead')}
      view={view}
      picture={
        <div className="item-bars">
          {groups.map(({ step, items }) => (
            <div key={step}>
              <h3>{t(`steps.${step}.title`)}</h3>
              <CountBars
                whole={view.responseCount}
                rows={items.map(({ item, count }) => ({ id: item, label: label(item), count }))}
              />
            </div>
          ))}
        </div>
      }
      columns={[t('admin.dashboard.answered.question'), t('admin.dashboard.answered.count')]}
      tables={groups.map(({ step, items }) => ({
        name: t(`steps.${step}.title`),
        rows: items.map(({ item, count }) => (
          <tr key={item}>
            <th scope="row">{label(item)}</th>
            <td>{countWords(count)}</td>
          </tr>
        )),
      }))}
    />
  )
}
