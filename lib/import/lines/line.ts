import { formOfRecord } from '../form-of-record'
import type { FigureInput } from '../form-file'
import type { Problem, Warning } from '../notices'
import type { FigureRecord } from '@/lib/waves/figure-record'

/** Where a line stands: in a table with a column for each population, one row makes several. */
interface LinePlace {
  readonly line: number
  /** The title and the letter of the column of its percentage. */
  readonly column: string
  readonly letter: string | null
  readonly warnings: readonly Warning[]
}

/** A line that was understood. */
export interface AcceptedLine extends LinePlace {
  readonly record: FigureRecord
  /** What the file calls the indicator, where it has no code. */
  readonly label: string | null
  /** The earlier line that says the same; null: none does. What is repeated counts once. */
  readonly repeats: number | null
  /** Whether nothing was said of the time frame, and it was taken as unclear. */
  readonly isTimeFrameAssumed: boolean
}

/** A line that was not: as long as there is one, nothing can be written. */
export interface RefusedLine extends LinePlace {
  readonly problems: readonly [Problem, ...Problem[]]
  /** The figure that it is about, where that could be told. */
  readonly code: string | null
  readonly population: string | null
  /** What its form begins with: choices as they were understood, all else as it stands. */
  readonly typed: Readonly<Partial<Record<FigureInput, string>>>
}

export type Line = AcceptedLine | RefusedLine

export const isAccepted = (line: Line): line is AcceptedLine => 'record' in line

/** The figures of the lines that were understood, each once. */
export const recordsOf = (lines: readonly Line[]) =>
  lines.filter(isAccepted).flatMap(({ record, repeats }) => (repeats === null ? [record] : []))

/** The same line, refused for one reason more. */
export function refuse(line: Line, problem: Problem): RefusedLine {
  if (!isAccepted(line)) return { ...line, problems: [...line.problems, problem] }
  const { record, line: number, column, letter, warnings } = line
  const { code, population } = record
  const typed = formOfRecord(record)
  return { line: number, column, letter, warnings, problems: [problem], code, population, typed }
}
