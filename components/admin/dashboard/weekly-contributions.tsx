import { mondayOf } from '@/lib/counts/week-days'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { WeekBars } from './week-bars'
import { weeksUntil } from './week-bars-scale'

interface Props {
  /** The weeks that were counted, the first one first, with rounded numbers. */
  readonly counted: readonly { readonly week: string; readonly count: number }[]
  /** The running ISO week. */
  readonly running: string
}

/** How many people contributed in each week that is over, as a picture and in a table. */
export function WeeklyContributions({ counted, running }: Props) {
  const t = useTranslations('admin.dashboard.weeks')
  const format = useFormatter()
  const dateWords = useDateWords()
  const weeks = weeksUntil(counted, running)
  return (
    <section aria-labelledby="weeks-title" className="dashboard-part">
      <h2 id="weeks-title">{t('title')}</h2>
      <p className="hint">{t('lead')}</p>
      {weeks.every(({ count }) => !count) ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <WeekBars weeks={weeks} />
          <details>
            <summary>{t('table')}</summary>
            <table className="week-table">
              <caption>{t('title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('week')}</th>
                  <th scope="col">{t('count')}</th>
                </tr>
              </thead>
              <tbody>
                {weeks.toReversed().map(({ week, count }) => (
                  <tr key={week}>
                    <th scope="row">{dateWords(mondayOf(week), { dateStyle: 'long' })}</th>
                    <td>{count === null ? t('notCounted') : format.number(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  )
}
