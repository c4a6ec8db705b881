import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { useWeekWords } from './use-week-words'

interface Props {
  readonly id: string
  readonly title: string
  /** How the picture is to be read, in a sentence. */
  readonly lead: string
  readonly view: DashboardView
  readonly picture: ReactNode
  /** What the columns of the table hold; the first one names the row. */
  readonly columns: readonly string[]
  /** The rows of the table: bodies, in which the first cell of a row is a header. */
  readonly children: ReactNode
}

/** Numbers as a picture, and in a table that says the same. */
export function DashboardSection({ id, title, lead, view, picture, columns, children }: Props) {
  const t = useTranslations('admin.dashboard')
  const weeks = useWeekWords()(view.chosen)
  return (
    <section id={id} className="dashboard-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="hint">
        {lead} {t('notRepresentative')}
      </p>
      {picture}
      <details>
        <summary>{t('table', { title })}</summary>
        <table className="number-table">
          <caption>
            {title}, {weeks}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {children}
        </table>
      </details>
    </section>
  )
}
