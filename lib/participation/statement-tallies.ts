import { populationOf } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { populationCodes, type PopulationCode } from '@/lib/comparison/populations'
import type { Predicate } from '@/lib/comparison/predicates'
import { countedTruthOf } from '@/lib/comparison/truth'
import type { Answers } from '@/lib/instrument/answers'
import { addAtoms, everyStatement, type StatementCounts } from './counts'

/** Counts the people of whom statements are true and false, one after the other. */
export interface StatementTallies {
  /** Counts one person's answers, all of which apply. */
  readonly add: (answers: Answers) => void
  readonly counts: () => StatementCounts[]
}

/** The predicates of all populations, each once: many figures are about the same one, and each is tested once per person. */
function createMemberships() {
  const predicates: Predicate[] = []
  const places = new Map<string, number>()
  return {
    /** Where the truth of a predicate stands in what `of` returns; `key` tells the predicates apart. */
    placeOf: (key: string, predicate: Predicate): number => {
      const place = places.get(key) ?? predicates.push(predicate) - 1
      places.set(key, place)
      return place
    },
    of: (answers: Answers): boolean[] => predicates.map((predicate) => predicate.test(answers) === true),
  }
}

/**
 * Tallies for the populations for which figures were published, and no others. A person counts in a population, as true or
 * as false, exactly when `compare` gives a `comparable` reading that says so, and by present use beside figures of unclear time
 * frame. Who belongs to none of an indicator's
 * populations is not counted.
 */
export function createStatementTallies(figures: readonly Figure[]): StatementTallies {
  const memberships = createMemberships()
  const tallies = everyStatement.map(({ indicator: code, statement }) => {
    const indicator = indicatorOf(code)
    const published = figures.filter((figure) => figure.indicator === code)
    const isPublished = (population: PopulationCode) =>
      published.some((figure) => figure.population === population)
    return {
      code,
      tool: statement.tool,
      isTrue: countedTruthOf(statement, published[0]?.timeFrame ?? null),
      populations: populationCodes.filter(isPublished).flatMap((population) => {
        const predicate = populationOf({ population }, indicator, statement)
        if (predicate === null) return []
        const key = [population, indicator.comparedAmong, statement.tool].join()
        return [{ population, place: memberships.placeOf(key, predicate) }]
      }),
      /** By the sum of two to the power of the index of each population that people belong to. */
      bySum: new Map<number, { trueCount: number; falseCount: number }>(),
    }
  })

  return {
    add: (answers) => {
      const isMember = memberships.of(answers)
      for (const { isTrue: truth, populations, bySum } of tallies) {
        const sum = populations.reduce(
          (before, { place }, index) => before + (isMember[place] ? 2 ** index : 0),
          0,
        )
        const isTrue = sum === 0 ? null : truth.test(answers)
        if (isTrue === null) continue
        const tally = bySum.get(sum) ?? { trueCount: 0, falseCount: 0 }
        if (isTrue) tally.trueCount += 1
        else tally.falseCount += 1
        bySum.set(sum, tally)
      }
    },
    counts: () =>
      tallies.flatMap(({ code, tool, populations, bySum }) => {
        const atoms = [...bySum].map(([sum, tally]) => ({
          populations: populations.flatMap(({ population }, index) =>
            Math.floor(sum / 2 ** index) % 2 === 1 ? [population] : [],
          ),
          ...tally,
        }))
        return atoms.length > 0 ? [{ indicator: code, tool, atoms: addAtoms(atoms) }] : []
      }),
  }
}
