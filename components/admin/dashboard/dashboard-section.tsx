import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import type { DashboardPart } from './dashboard-parts'
import { useWeekWords } from './use-week-words'

interface Props {
  readonly part: DashboardPart
  /** How the picture is to be read, in a sentence. */
  readonly lead: string
  readonly view: DashboardView
  readonly picture: ReactNode
  /** What the columns of each table hold, of which the first one names the row. */
  readonly columns: readonly string[]
  readonly tables: readonly NumberTable[]
}

/**
 * A part of the numbers. Parts are tables of their own, and not groups of rows in one: then each header is of a whole row or
 * a whole column, which every screen reader tells.
 */
interface NumberTable {
  /** What the table is of; null where it is all that the section is of. */
  readonly name: string | null
  /** The rows, whose first cell is a header. */
  readonly rows: ReactNode
}

/** Numbers as a picture, and in tables that say the same. */
export function DashboardSection({ part, lead, view, picture, columns, tables }: Props) {
  const t = useTranslations('admin.dashboard')
  const title = t(`${part}.title`)
  const weeks = useWeekWords()(view.chosen)
  return (
    <section id={part} className="dashboard-section" aria-labelledby={`${part}-title`}>
      <h2 id={`${part}-title`}>{title}</h2>
      <p className="hint">{`${lead} ${t('notRepresentative')}`}</p>
      {picture}
      <details>
        <summary>{t('table', { title })}</summary>
        {tables.map(({ name, rows }) => (
          <table key={name} className="number-table">
            <caption>{`${name ?? title}, ${weeks}`}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        ))}
      </details>
    </section>
  )
}
