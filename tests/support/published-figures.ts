import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Figure } from '@/lib/comparison/figures'

const csv = readFileSync(new URL('../../prisma/data/2025-12/national-figures.csv', import.meta.url), 'utf8')
const rows: Record<string, string>[] = parse(csv, { columns: true })

/** The published table as it stands in the project's copy, read without the project's own code. */
export const publishedFigures: readonly Figure[] = rows.map((row) => ({
  waveId: '2025-12',
  indicator: row['code'] as Figure['indicator'],
  population: row['population'] as Figure['population'],
  sharePercent: Number(row['value']),
  qualifier: row['qualifier'] as Figure['qualifier'],
  status: 'published',
  timeFrame: (row['time_frame'] || null) as Figure['timeFrame'],
}))

/** A figure as participants are counted beside it: by present use where its time frame is unclear. */
export const asCounted = ({ timeFrame, ...figure }: Figure): Figure => ({
  ...figure,
  timeFrame: timeFrame === 'unclear' ? 'now' : timeFrame,
})
