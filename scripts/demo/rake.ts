import type { Choice } from './choices'
import type { Target } from './targets'

/** Where a target is true and where it is false, as indices of cells. Cells elsewhere are not in its population. */
interface Margin {
  readonly share: number
  readonly whereTrue: Uint32Array
  readonly whereFalse: Uint32Array
}

/** Cells that follow each other and whose weights keep their sum. `end` is the first that no longer belongs. */
export interface Row {
  readonly start: number
  readonly end: number
}

/** When every share is as near as this (0 to 1), it is enough. */
const nearEnough = 0.001
/** Where targets contradict each other no number of rounds is enough. */
const mostRounds = 100

function marginOf({ population, isTrue, share }: Target, cells: readonly Choice[]): Margin {
  const whereTrue: number[] = []
  const whereFalse: number[] = []
  for (const [cell, { answers }] of cells.entries()) {
    if (population.test(answers) !== true) continue
    const truth = isTrue.test(answers)
    if (truth === true) whereTrue.push(cell)
    if (truth === false) whereFalse.push(cell)
  }
  return { share, whereTrue: Uint32Array.from(whereTrue), whereFalse: Uint32Array.from(whereFalse) }
}

function sumOf(weights: Float64Array, cells: Uint32Array): number {
  let sum = 0
  for (const cell of cells) sum += weights[cell] ?? 0
  return sum
}

function scale(weights: Float64Array, cells: Uint32Array, factor: number): void {
  for (const cell of cells) weights[cell] = (weights[cell] ?? 0) * factor
}

/**
 * Gives the margin its share, and leaves its population as large as it was; does nothing where all or none are true.
 * Returns how far from its share it was, 0 to 1.
 */
function meet(weights: Float64Array, { share, whereTrue, whereFalse }: Margin): number {
  const sumTrue = sumOf(weights, whereTrue)
  const sumFalse = sumOf(weights, whereFalse)
  const sum = sumTrue + sumFalse
  if (sumTrue === 0 || sumFalse === 0) return 0
  scale(weights, whereTrue, (share * sum) / sumTrue)
  scale(weights, whereFalse, ((1 - share) * sum) / sumFalse)
  return Math.abs(sumTrue / sum - share)
}

function sumOfRow(weights: Float64Array, { start, end }: Row): number {
  return weights.subarray(start, end).reduce((total, weight) => total + weight, 0)
}

function restore(weights: Float64Array, row: Row, sum: number): void {
  const found = sumOfRow(weights, row)
  if (found === 0) return
  for (let cell = row.start; cell < row.end; cell += 1) weights[cell] = (weights[cell] ?? 0) * (sum / found)
}

/**
 * Weights of cells, each a set of answers, changed as little as possible so that targets are met and each row keeps its
 * sum: iterative proportional fitting. Where targets contradict each other the last ones are met.
 *
 * Source: W. E. Deming, F. F. Stephan, "On a least squares adjustment of a sampled frequency table when the expected
 * marginal totals are known", Annals of Mathematical Statistics 11 (1940), 427-444.
 */
export function rake(
  cells: readonly Choice[],
  rows: readonly Row[],
  targets: readonly Target[],
): Float64Array {
  const weights = Float64Array.from(cells, ({ weight }) => weight)
  const sums = rows.map((row) => sumOfRow(weights, row))
  const margins = targets.map((target) => marginOf(target, cells))
  for (let round = 0, distance = 1; round < mostRounds && distance > nearEnough; round += 1) {
    distance = 0
    for (const margin of margins) distance = Math.max(distance, meet(weights, margin))
    for (const [index, row] of rows.entries()) restore(weights, row, sums[index] ?? 0)
  }
  return weights
}
