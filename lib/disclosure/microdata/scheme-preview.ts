import { tools, type Tool } from '@/lib/instrument/tools'
import { codesOfNumber, schemeSize } from './class-numbers'
import { countIn, type Classes } from './class-tally'
import { joinClasses, type EquivalenceClass } from './equivalence-classes'
import type { Scheme } from './scheme'
import { selectClasses } from './select-classes'

/** What a choice of tools would do to today's responses, as exact numbers of them. */
export interface SchemeEffect {
  readonly scheme: Scheme
  readonly inFile: number
  readonly waiting: number
}

/** Columns of every scheme, before those of its tools. */
const commonColumns = 3

const everyTool: Scheme = { tools }

/** Every choice of tools, from none to all. */
const everyScheme: readonly Scheme[] = Array.from({ length: 2 ** tools.length }, (_, bits) => ({
  tools: tools.filter((tool) => (bits & (1 << tools.indexOf(tool))) !== 0),
}))

/** The same classes without telling apart who uses tools that are not in the scheme. */
function coarser(finest: Classes, { tools: kept }: Scheme): Classes {
  const isKept = (place: number) =>
    place < commonColumns || kept.includes(tools[place - commonColumns] as Tool)
  const size = schemeSize(everyTool)
  const joined = new Map<number, EquivalenceClass>()
  for (const [number, each] of finest) {
    const codes = codesOfNumber(everyTool, number % size).map((code, place) => (isKept(place) ? code : 0))
    const version = Math.floor(number / size)
    const key = codes.reduce((all, code) => all * 4 + code, version)
    const before = joined.get(key)
    joined.set(key, before ? joinClasses(before, each) : each)
  }
  return joined
}

/**
 * What each choice of tools would do before the first edition. `finest`: equivalence classes of all responses under the scheme
 * of all tools.
 */
export function schemeEffects(finest: Classes, smallestGroup: number): readonly SchemeEffect[] {
  const total = countIn(finest)
  return everyScheme.map((scheme) => {
    const { inFile } = selectClasses(new Map(), coarser(finest, scheme), smallestGroup)
    const records = [...inFile.values()].reduce((sum, count) => sum + count, 0)
    return { scheme, inFile: records, waiting: total - records }
  })
}
