import { median } from './statistics'

export interface Aim {
  readonly words: string
  readonly isMet: (measured: number, reference: number) => boolean
}

/** One line of a table: the same measure on both sides, once for each run. */
export interface Row {
  readonly name: string
  readonly measured: readonly number[]
  readonly reference: readonly number[]
  readonly aim?: Aim
}

export const atMost = (ratio: number): Aim => ({
  words: `at most ${ratio}x`,
  isMet: (measured, reference) => measured <= ratio * reference,
})

export const atLeast = (ratio: number): Aim => ({
  words: `at least ${ratio}x`,
  isMet: (measured, reference) => measured >= ratio * reference,
})

const written = (amount: number) =>
  amount.toLocaleString('en', { maximumFractionDigits: amount < 100 && !Number.isInteger(amount) ? 1 : 0 })

/** The median, and the lowest and highest where the runs differ. */
function spread(amounts: readonly number[]): string {
  const [lowest, highest] = [Math.min(...amounts), Math.max(...amounts)]
  const range = lowest === highest ? '' : ` (${written(lowest)}-${written(highest)})`
  return `${written(median(amounts))}${range}`
}

export const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED')

function cells({ name, measured, reference, aim }: Row): readonly string[] {
  const [one, other] = [median(measured), median(reference)]
  return [
    name,
    spread(measured),
    spread(reference),
    other === 0 ? '-' : `${(one / other).toFixed(2)}x`,
    aim ? `${aim.words}: ${verdict(aim.isMet(one, other))}` : '',
  ]
}

/** A table as Markdown, so that it can stand in the README as it is printed. */
export function table(title: string, sides: readonly [string, string], rows: readonly Row[]): string {
  const lines = [[title, ...sides, 'ratio', 'aim'], ...rows.map(cells)]
  const widthOf = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0))
  const drawn = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widthOf(at))).join(' | ')} |`)
  const rule = `| ${lines[0]?.map((_, at) => '-'.repeat(widthOf(at))).join(' | ')} |`
  return [drawn[0], rule, ...drawn.slice(1)].join('\n')
}
