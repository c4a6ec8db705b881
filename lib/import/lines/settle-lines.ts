import { changedFields } from '@/lib/waves/document-difference'
import { notice, type Problem, type Warning } from '../notices'
import { plain } from '../plain'
import { figureKey, type FigureRecord } from '@/lib/waves/figure-record'
import { fragmentOf } from '@/lib/waves/fragment'
import { fieldColumns } from '../columns'
import { isAccepted, refuse, type AcceptedLine, type Line } from './line'

const withWarning = (line: AcceptedLine, warning: Warning): AcceptedLine => ({
  ...line,
  warnings: [...line.warnings, warning],
})

/** What a line contradicts in an earlier line about the same indicator. */
function contradiction(
  { record, line, isTimeFrameAssumed }: AcceptedLine,
  first: AcceptedLine,
): Problem | null {
  const { code, timeFrame, statement } = record
  const at = { line, letter: null }
  if (timeFrame !== first.record.timeFrame) {
    const values = {
      code,
      found: (isTimeFrameAssumed ? null : timeFrame) ?? 'none',
      first: (first.isTimeFrameAssumed ? null : first.record.timeFrame) ?? 'none',
      earlier: first.line,
    }
    return notice('twoTimeFrames', values, { ...at, column: 'time_frame' })
  }
  const [said, before] = [statement?.fr, first.record.statement?.fr]
  if (said === undefined || before === undefined || said === before) return null
  return notice(
    'twoStatements',
    { code, found: said, first: before, earlier: first.line },
    { ...at, column: 'statement_fr' },
  )
}

/** Two figures whose codes differ in signs only, such as `a.b-c` and `a.b.c`, would have the same address. */
export function takenAddress({ code, population }: FigureRecord, by: FigureRecord): Problem {
  const values = { found: code, population, other: by.code, otherPopulation: by.population }
  return notice('takenAddress', values, { column: 'code' })
}

/**
 * Lines beside each other. Refused: a figure that an earlier line gives otherwise or has the address of, and an indicator with two time
 * frames or two statements. A line that is repeated as it was is left out, with a warning: it says nothing new.
 */
export function settleLines(lines: readonly Line[]): readonly Line[] {
  const byFragment = new Map<string, AcceptedLine>()
  const byCode = new Map<string, AcceptedLine>()
  const labelled = new Map<string, AcceptedLine>()
  return lines.flatMap((line): readonly Line[] => {
    if (!isAccepted(line)) return [line]
    const { record } = line
    const { code, population } = record
    const place = { line: line.line, column: line.column, letter: line.letter }
    const twin = byFragment.get(fragmentOf(record))
    if (twin !== undefined && figureKey(twin.record) !== figureKey(record)) {
      return [refuse(line, { ...takenAddress(record, twin.record), line: line.line })]
    }
    if (twin !== undefined) {
      const fields = changedFields(twin.record, record).map((field) => fieldColumns[field])
      const values = { code, population, earlier: twin.line }
      if (fields.length > 0) return [refuse(line, notice('twoFigures', { ...values, fields }, place))]
      return [{ ...withWarning(line, notice('sameFigureTwice', values, place)), repeats: twin.line }]
    }
    byFragment.set(fragmentOf(record), line)
    const problem = contradiction(line, byCode.get(code) ?? line)
    if (!byCode.has(code)) byCode.set(code, line)
    if (problem !== null) return [refuse(line, problem)]
    if (line.label === null) return [line]
    const named = labelled.get(code)
    if (named === undefined) labelled.set(code, line)
    if (named?.label === undefined || named.label === null || plain(named.label) === plain(line.label))
      return [line]
    return [
      withWarning(
        line,
        notice('twoLabels', { code, found: line.label, first: named.label, earlier: named.line }, place),
      ),
    ]
  })
}
