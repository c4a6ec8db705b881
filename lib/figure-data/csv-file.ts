import { csvLine } from '@/lib/export/csv'
import { columnNames } from './columns'
import type { FigureRow } from './rows'

/** The figures as a CSV file (RFC 4180), in UTF-8 without a byte-order mark. An empty cell: not published, or does not apply. */
export function csvFile(rows: readonly FigureRow[]): string {
  const lines = rows.map((row) => columnNames.map((name) => String(row[name] ?? '')))
  return [columnNames, ...lines].map((line) => csvLine(line, ',')).join('')
}
