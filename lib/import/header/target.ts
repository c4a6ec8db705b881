import type { Directory } from '../labels'
import { plain } from '../plain'
import { countNames, fieldNames, namesForPeople, type Field } from './fields.data'

/** What the cells of a column are. */
export type Target =
  | { readonly kind: 'field'; readonly field: Field }
  /** Percentages, counts or bases of one population: tables often have a column for each. */
  | { readonly kind: 'population'; readonly population: string; readonly unit: 'percent' | 'count' | 'base' }
  | { readonly kind: 'count' }
  | { readonly kind: 'people' }

const targets = new Map<string, Target>([
  ...namesForPeople.map((name) => [name, { kind: 'people' }] as const),
  ...countNames.map((name) => [name, { kind: 'count' }] as const),
  ...Object.entries(fieldNames).flatMap(([field, names]) =>
    names.map((name) => [name, { kind: 'field', field: field as Field }] as const),
  ),
])

const unitOf = (target: Target | undefined) => {
  if (target?.kind === 'count') return 'count'
  if (target?.kind !== 'field') return null
  return target.field === 'value' ? 'percent' : target.field === 'base_n' ? 'base' : null
}

/** The parts of a title in two languages, or of one with its unit: `Part / Share`, `Ensemble (%)`, two lines in a cell. */
const partsOf = (title: string) =>
  title.split(/\s*(?:\/|\||\n|\s[-–—:]\s)\s*|\s*\((?=[^)]*\)\s*$)/).filter((part) => plain(part) !== '')

/** Longer than any title. */
const longest = 200

/** One population that all these texts name, in whatever language. */
function populationOf(titles: readonly string[], populations: Directory): string | null {
  const found = titles.flatMap((title) => {
    const codes = populations.codesOf(title)
    return codes.length === 1 ? codes : []
  })
  return new Set(found).size === 1 ? (found[0] ?? null) : null
}

/** What a title of one cell says: the whole of it, or the one thing that its parts agree on. */
function targetOfTitle(title: string, populations: Directory): Target | null {
  if (title.length > longest) return null
  const whole = targets.get(plain(title))
  if (whole !== undefined) return whole
  const parts = partsOf(title)
  const population = populationOf([title, ...parts], populations)
  if (population !== null) {
    const units = parts.flatMap((part) => unitOf(targets.get(plain(part))) ?? [])
    return { kind: 'population', population, unit: units[0] ?? 'percent' }
  }
  const named = parts.flatMap((part) => targets.get(plain(part)) ?? [])
  const isOne = new Set(named.map((each) => JSON.stringify(each))).size === 1
  return isOne ? (named[0] ?? null) : null
}

/**
 * What a column holds, by the cells of its title from top to bottom. null: its title is not known. A unit below a population
 * (`Moins de 35 ans`, then `%`) makes percentages of that population.
 */
export function targetOf(titles: readonly string[], populations: Directory): Target | null {
  const [top = '', below = ''] = titles
  if (below === '' || plain(below) === plain(top)) return targetOfTitle(top, populations)
  if (top === '') return targetOfTitle(below, populations)
  const whole = targets.get(plain(`${top} ${below}`))
  if (whole !== undefined) return whole
  const [upper, lower] = [targetOfTitle(top, populations), targetOfTitle(below, populations)]
  const unit = unitOf(lower ?? undefined)
  if (upper?.kind === 'population' && unit !== null) return { ...upper, unit }
  if (lower?.kind === 'population') {
    const unitAbove = unitOf(upper ?? undefined)
    return unitAbove === null ? lower : { ...lower, unit: unitAbove }
  }
  return lower ?? upper
}
