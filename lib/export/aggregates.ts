import { roundingBase } from '@/lib/anonymisation/random-rounding'
import type { AggregateRow, PublishedAggregates } from '@/lib/participation/published-aggregates'
import type { Thresholds } from '@/lib/participation/thresholds'
import { csvLine } from './csv'
import type { PublishedLicence } from './release'
import type { ExportLanguage } from './words'

/** Changes when a column or a key changes its name or its meaning, or goes. */
export const aggregatesSchemaVersion = 1

/** What the files say of the counts in them. */
export interface AboutAggregates {
  readonly waveId: string
  /** The day of the snapshot, `YYYY-MM-DD` in UTC. */
  readonly countedOn: string
  readonly thresholds: Thresholds
  /** null while none was chosen. */
  readonly licence: PublishedLicence | null
  /** What follows from none having been chosen, in each language. */
  readonly noLicence: Readonly<Record<ExportLanguage, string>>
  /** Who the participants are and whom they do not represent, in each language. */
  readonly participants: Readonly<Record<ExportLanguage, string>>
  /** Some of the responses are made up. */
  readonly hasDemo: boolean
}

/** The columns of the table, and the keys of its rows: their names do not change. */
function columnsOf({ waveId, hasDemo }: AboutAggregates, row: AggregateRow) {
  return {
    // Every row says so: a row that is copied elsewhere leaves all notices behind.
    wave: hasDemo ? `${waveId}-demo` : waveId,
    item: row.item,
    option: row.option,
    age_group: row.ageGroup,
    count: row.count,
    base: row.base,
    share_percent: row.sharePercent,
    status: row.status,
  } as const
}

const columnNames = [
  'wave',
  'item',
  'option',
  'age_group',
  'count',
  'base',
  'share_percent',
  'status',
] as const satisfies readonly (keyof ReturnType<typeof columnsOf>)[]

/** The name of a file of aggregates, which says of which wave and whether it is a demonstration. */
export function aggregatesFileName({ waveId, hasDemo }: AboutAggregates, ending: 'csv' | 'json'): string {
  return `miroir-${waveId}-aggregates${hasDemo ? '-demo' : ''}.${ending}`
}

/** `aggregates.csv`: RFC 4180, UTF-8, decimal points, and nothing in cells that are hidden. */
export function aggregatesCsv(about: AboutAggregates, { rows }: PublishedAggregates): string {
  const lines = rows.map((row) => {
    const columns = columnsOf(about, row)
    return csvLine(
      columnNames.map((name) => String(columns[name] ?? '')),
      ',',
    )
  })
  return [csvLine(columnNames, ','), ...lines].join('')
}

/** `aggregates.json`: the same table with what is to be known of it. Ends with a line end. */
export function aggregatesJson(about: AboutAggregates, { responseCount, rows }: PublishedAggregates): string {
  const { waveId, countedOn, thresholds, licence, noLicence, participants, hasDemo } = about
  const content = {
    schema_version: aggregatesSchemaVersion,
    wave: waveId,
    counted_on: countedOn,
    made_up: hasDemo,
    participants,
    licence: licence && { id: licence.id, title: licence.title, url: licence.url },
    licence_note: licence === null ? noLicence : null,
    responses: responseCount,
    shown_from_responses: thresholds.participantsShownFrom,
    smallest_count: thresholds.smallestCell,
    rounding_base: roundingBase,
    columns: columnNames,
    rows: rows.map((row) => columnsOf(about, row)),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}
