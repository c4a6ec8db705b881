import { checkedLines } from './checks/line-checks'
import { netWarnings, singleChoiceWarnings } from './checks/sums'
import { timeFrameWarnings } from './checks/time-frames'
import type { ImportContext } from './context'
import type { Encoding } from './decode'
import { findHeader, type Column, type Header } from './header/find-header'
import { arrange, type Layout } from './header/layout'
import { populationDirectory } from './labels'
import type { Line } from './lines/line'
import { readLines } from './lines/read-lines'
import { settleLines } from './lines/settle-lines'
import { notice, type Problem, type Warning } from './notices'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { readTables } from './table/read-tables'
import type { FileFormat, Separator, Table } from './table/table'

/** What was understood of a file, and what was not. Nothing can be written where the file or a line has problems. */
export interface FigureFile {
  /** null: the file could not be read at all, as for the next three, which hold for some formats only. */
  readonly format: FileFormat | null
  readonly encoding: Encoding | null
  readonly separator: Separator | null
  readonly sheet: string | null
  readonly columns: readonly Column[]
  readonly lines: readonly Line[]
  /** About the file as a whole; those of lines are with the lines. */
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
}

const nothing: FigureFile = {
  format: null,
  encoding: null,
  separator: null,
  sheet: null,
  columns: [],
  lines: [],
  problems: [],
  warnings: [],
}

/** The columns that the lines need and the file does not have. */
function missingColumns(
  { fields, values }: Layout,
  title: string,
  sourceIds: readonly string[],
): readonly Problem[] {
  const isNamed = values.every(({ population }) => population !== null)
  const missing = [
    ...(fields.has('code') || fields.has('label') ? [] : ['code']),
    ...(fields.has('population') || isNamed ? [] : ['population']),
    ...(fields.has('passage') || title !== '' ? [] : ['passage']),
    ...(fields.has('source') || sourceIds.length === 1 ? [] : ['source']),
  ]
  return missing.map((column) => notice('missingColumn', { name: column }, { column }))
}

/** What stands for columns that tables of institutes do not have: said, since it is not in the file. */
function assumptions({ fields }: Layout, title: string): readonly Warning[] {
  return [
    ...(fields.has('qualifier') ? [] : [notice('qualifierAssumed')]),
    ...(fields.has('passage') ? [] : [notice('passageFromTitle', { title })]),
  ]
}

function readTable(
  table: Table,
  header: Header,
  context: ImportContext,
  previous: readonly FigureRecord[],
): FigureFile {
  const { format, encoding, separator, sheet } = table
  const { layout, problems, warnings } = arrange(header)
  const title = header.title || (sheet ?? '')
  const found = [...problems, ...missingColumns(layout, title, context.sourceIds)]
  const file: FigureFile = { ...nothing, format, encoding, separator, sheet, columns: header.columns }
  if (found.length > 0) return { ...file, problems: found, warnings: [...table.warnings, ...warnings] }
  const read = readLines(header.body, layout, format, title, context)
  const lines = checkedLines(settleLines(read.lines), previous)
  return {
    ...file,
    lines,
    problems: lines.length === 0 ? [notice('noFigures')] : [],
    warnings: [
      ...table.warnings,
      ...warnings,
      ...assumptions(layout, title),
      ...timeFrameWarnings(lines),
      ...read.warnings,
      ...singleChoiceWarnings(lines),
      ...netWarnings(lines),
    ],
  }
}

/**
 * Reads a file of figures: CSV, XLSX or JSON, told by its content. Never throws: whatever is not understood is named, with its line,
 * its column, what was found and the likely cause. `previous` are the figures of the wave before; empty where there is none.
 */
export function readFigureFile(
  bytes: Uint8Array,
  context: ImportContext,
  previous: readonly FigureRecord[] = [],
): FigureFile {
  const tables = readTables(bytes)
  if ('code' in tables) return { ...nothing, problems: [tables] }
  const populations = populationDirectory(context.labels)
  for (const table of tables) {
    const header = findHeader(table, populations)
    if (header === null) continue
    const file = readTable(table, header, context, previous)
    const others = tables.filter((other) => other !== table).map(({ sheet }) => sheet ?? '')
    if (others.length === 0) return file
    return {
      ...file,
      warnings: [...file.warnings, notice('otherSheets', { sheet: table.sheet ?? '', sheets: others })],
    }
  }
  return { ...nothing, format: tables[0]?.format ?? null, problems: [notice('noHeader')] }
}
