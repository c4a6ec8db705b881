import { solve } from 'yalps'

/** A sum of unknown numbers of people, each times so much. */
export type Sum = ReadonlyMap<string, number>

/** What an attacker knows of a sum: its value, or bounds. */
export interface Known {
  readonly sum: Sum
  readonly equal?: number
  readonly min?: number
  readonly max?: number
}

/** A number that was hidden, and what it was. */
export interface Hidden {
  readonly name: string
  readonly sum: Sum
}

/** Unknown numbers of people and their true values. */
export type Truth = ReadonlyMap<string, number>

export const sumOf = (...names: readonly string[]): Sum => new Map(names.map((name) => [name, 1]))

/** `one` less `other`. */
export function difference(one: Sum, other: Sum): Sum {
  const result = new Map(one)
  for (const [name, factor] of other) result.set(name, (result.get(name) ?? 0) - factor)
  return result
}

export function valueOf(sum: Sum, numbers: Truth): number {
  return [...sum].reduce((total, [name, factor]) => total + factor * (numbers.get(name) ?? 0), 0)
}

/** How long whole numbers are looked for, in milliseconds, where the first that are found are not. Rarely needed. */
const wholeTimeoutMs = 3000

const rounded = (entries: readonly (readonly [string, number])[]): Truth =>
  new Map(entries.map(([name, value]) => [name, Math.round(value)]))

/**
 * Numbers that fit what is known and make a sum as large or as small as can be: whole ones, unless these take too long.
 * Throws where none fit.
 */
function extreme(
  direction: 'maximize' | 'minimize',
  sum: Sum,
  names: Iterable<string>,
  known: readonly Known[],
): Truth {
  const variables = new Map([...names].map((name) => [name, new Map([['objective', sum.get(name) ?? 0]])]))
  const bounds = ({ equal, min, max }: Known) => ({
    ...(equal !== undefined && { equal }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  })
  const constraints = new Map(known.map((each, place) => [String(place), bounds(each)]))
  known.forEach((each, place) => {
    for (const [name, factor] of each.sum) variables.get(name)?.set(String(place), factor)
  })
  const model = { direction, objective: 'objective', constraints, variables }
  const isWhole = (entries: readonly (readonly [string, number])[]) =>
    entries.every(([, value]) => Math.abs(value - Math.round(value)) < 1e-6)
  const relaxed = solve(model)
  if (relaxed.status !== 'optimal') throw new Error(`the attack is ${relaxed.status}`)
  if (isWhole(relaxed.variables)) return rounded(relaxed.variables)
  const whole = solve({ ...model, integers: true }, { timeout: wholeTimeoutMs })
  return whole.status === 'optimal' ? rounded(whole.variables) : new Map(relaxed.variables)
}

/**
 * The attack: somebody who knows `known` and that numbers of people are whole and not negative looks for the bounds of each hidden
 * number, by integer linear programming. Returns the hidden numbers of which only one value remains possible, or none of
 * `smallest` or more, with what can be told of them. `truth` must fit what is known; it saves most of the work, since it
 * and each set of numbers that was found to fit are possible values of all hidden ones.
 */
export function narrowed(
  truth: Truth,
  known: readonly Known[],
  hidden: readonly Hidden[],
  smallest: number,
): readonly Hidden[] {
  for (const { sum, equal, min = -Infinity, max = Infinity } of known) {
    const value = valueOf(sum, truth)
    if ((equal !== undefined && value !== equal) || value < min || value > max)
      throw new Error('the truth does not fit')
  }
  const fitting: Truth[] = [truth]
  return hidden.filter(({ sum }) => {
    const values = () => fitting.map((numbers) => valueOf(sum, numbers))
    const isOpen = () => Math.max(...values()) >= smallest && new Set(values()).size > 1
    for (const direction of ['maximize', 'minimize'] as const) {
      if (!isOpen()) fitting.push(extreme(direction, sum, truth.keys(), known))
    }
    return !isOpen()
  })
}
