import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { weekCountOf } from '@/lib/counts/week-days'
import { DashboardSection } from './dashboard-section'
import { useWeekWords } from './use-week-words'
import { WeekBarsPicture } from './week-bars-picture'
import { weekBars } from './week-bars-scale'

/** How many responses came in each block of weeks. */
export function DashboardWeeks({ view }: { readonly view: DashboardView }) {
  const t = useTranslations('admin.dashboard.responses')
  const format = useFormatter()
  const weekWords = useWeekWords()
  const drawn = weekBars(view.weeks)
  return (
    <DashboardSection
      part="responses"
      lead={t('lead')}
      view={view}
      picture={<WeekBarsPicture {...drawn} />}
      columns={[useTranslations('admin.dashboard.facts')('weeks'), t('weekCount'), t('count'), t('perWeek')]}
      tables={[
        {
          name: null,
          rows: drawn.bars.map(({ block, responsesPerWeek }) => (
            <tr key={block.firstWeek}>
              <th scope="row">{weekWords(block)}</th>
              <td>{format.number(weekCountOf(block))}</td>
              <td>{format.number(block.count)}</td>
              <td>{format.number(responsesPerWeek, { maximumFractionDigits: 1 })}</td>
            </tr>
          )),
        },
      ]}
    />
  )
}
