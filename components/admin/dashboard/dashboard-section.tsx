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
  /** The rows of the table's head. */
  readonly head: ReactNode
  /** The bodies of the table, in whose rows the first cell is a header. */
  readonly children: ReactNode
}

/** Numbers as a picture, and in a table that says the same. */
export function DashboardSection({ part, lead, view, picture, head, children }: Props) {
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
        <table className="number-table">
          <caption>{`${title}, ${weeks}`}</caption>
          <thead>{head}</thead>
          {children}
        </table>
      </details>
    </section>
  )
}

/** A head of one row: what the columns hold, of which the first one names the row. */
export function ColumnHeads({ columns }: { readonly columns: readonly string[] }) {
  return (
    <tr>
      {columns.map((column) => (
        <th key={column} scope="col">
          {column}
        </th>
      ))}
    </tr>
  )
}
