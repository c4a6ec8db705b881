import { isAccepted, type AcceptedLine, type Line } from '../lines/line'
import { notice, type Warning } from '../notices'
import { figureKey } from '@/lib/waves/figure-record'
import { thresholds } from './thresholds'

/** Sums of published shares, without what counting in binary adds to them. */
const rounded = (sum: number) => Number(sum.toFixed(6))

const counted = (lines: readonly Line[]) =>
  lines.filter((line): line is AcceptedLine => isAccepted(line) && line.repeats === null)

/** Options of a single choice that do not make 100, as far as rounding allows: one warning for each question and population. */
export function singleChoiceWarnings(lines: readonly Line[]): readonly Warning[] {
  const groups = new Map<string, AcceptedLine[]>()
  for (const line of counted(lines)) {
    const { singleChoice, population, netOf } = line.record
    if (singleChoice === null || netOf.length > 0) continue
    const key = JSON.stringify([singleChoice, population])
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const { singleChoiceLow: low, singleChoiceHigh: high } = thresholds
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const total = rounded([first, ...others].reduce((sum, { record }) => sum + record.sharePercent, 0))
    if (total >= low && total <= high) return []
    const { singleChoice, population } = first.record
    const values = { question: singleChoice ?? '', population, total, options: others.length + 1, low, high }
    return [notice('singleChoiceTotal', values, { line: first.line, column: 'single_choice' })]
  })
}

/** Half a point for the net and for each of its parts: what rounding each to whole points may add up to. */
const roundingOf = (parts: number) => (parts + 1) / 2

/** Nets that are not the sum of their parts in the same population, or whose parts are not in the file. */
export function netWarnings(lines: readonly Line[]): readonly Warning[] {
  const accepted = counted(lines)
  const shares = new Map(accepted.map(({ record }) => [figureKey(record), record.sharePercent]))
  return accepted.flatMap(
    ({ line, record: { code, population, sharePercent, netOf } }): readonly Warning[] => {
      if (netOf.length === 0) return []
      const place = { line, column: 'net_of' }
      const parts = netOf.map((part) => ({ part, share: shares.get(figureKey({ code: part, population })) }))
      const missing = parts.flatMap(({ part, share }) => (share === undefined ? [part] : []))
      if (missing.length > 0) return [notice('netPartMissing', { code, population, parts: missing }, place)]
      const sum = rounded(parts.reduce((total, { share = 0 }) => total + share, 0))
      if (Math.abs(rounded(sum - sharePercent)) <= roundingOf(netOf.length)) return []
      return [notice('netDiffers', { code, population, value: sharePercent, sum, parts: netOf }, place)]
    },
  )
}
