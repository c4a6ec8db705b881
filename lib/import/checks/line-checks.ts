import { isAccepted, type Line } from '../lines/line'
import { notice, type Warning } from '../notices'
import { figureKey, type FigureRecord } from '@/lib/waves/figure-record'
import { thresholds } from './thresholds'

/** What is doubtful in one figure beside the same one in the wave before. */
function changesSince(before: FigureRecord, now: FigureRecord, line: Line): readonly Warning[] {
  const { code, population } = now
  const at = (column: string, letter: string | null = null) => ({ line: line.line, column, letter })
  const shared = { code, population }
  const warnings: Warning[] = []
  const points = Number(Math.abs(now.sharePercent - before.sharePercent).toFixed(6))
  if (points > thresholds.movedPoints) {
    const values = { ...shared, value: now.sharePercent, before: before.sharePercent, points }
    warnings.push(notice('moved', values, at(line.column, line.letter)))
  }
  // Where one of the two is not told, nobody can say that it changed.
  if (before.scale !== null && now.scale !== null && before.scale !== now.scale) {
    warnings.push(notice('scaleChanged', { ...shared, found: now.scale, before: before.scale }, at('scale')))
  }
  if (before.mode !== null && now.mode !== null && before.mode !== now.mode) {
    warnings.push(notice('modeChanged', { ...shared, found: now.mode, before: before.mode }, at('mode')))
  }
  return warnings
}

function warningsOf(line: Line, previous: ReadonlyMap<string, FigureRecord>): readonly Warning[] {
  if (!isAccepted(line) || line.repeats !== null) return []
  const { record } = line
  const before = previous.get(figureKey(record))
  const { baseSize } = record
  const small =
    baseSize !== null && baseSize < thresholds.smallBase
      ? [
          notice(
            'smallBase',
            { base: baseSize, least: thresholds.smallBase },
            { line: line.line, column: 'base_n' },
          ),
        ]
      : []
  return [...small, ...(before === undefined ? [] : changesSince(before, record, line))]
}

/** The lines with what is doubtful in each: a small base, and what changed since the wave before. */
export function checkedLines(lines: readonly Line[], previous: readonly FigureRecord[]): readonly Line[] {
  const byKey = new Map(previous.map((record) => [figureKey(record), record]))
  return lines.map((line) => {
    const found = warningsOf(line, byKey)
    return found.length === 0 ? line : { ...line, warnings: [...line.warnings, ...found] }
  })
}
