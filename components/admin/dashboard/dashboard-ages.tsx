import { useTranslations } from '@/lib/i18n/translations'
import type { AgeGroup } from '@/lib/anonymisation/age-groups'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { CountBars } from './count-bars'
import { DashboardSection } from './dashboard-section'
import { useCountWords } from './use-count-words'

/** How many participants are in each age group. */
export function DashboardAges({ view }: { readonly view: DashboardView }) {
  const t = useTranslations()
  const countWords = useCountWords()
  const label = (group: AgeGroup) =>
    group === 'unanswered' ? t('questionnaire.notAnswered') : t(`options.ageBand.${group}`)
  const rows = view.ages.map(({ group, count }) => ({ id: group, label: label(group), count }))
  return (
    <DashboardSection
      part="ages"
      lead={t('admin.dashboard.ages.lead')}
      view={view}
      picture={<CountBars whole={view.responseCount} rows={rows} />}
      columns={[t('admin.dashboard.ages.group'), t('admin.dashboard.ages.count')]}
      tables={[
        {
          name: null,
          rows: rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <td>{countWords(row.count)}</td>
            </tr>
          )),
        },
      ]}
    />
  )
}
