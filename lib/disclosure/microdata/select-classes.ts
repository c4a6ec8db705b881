import type { Classes } from './class-tally'
import { joinClasses, mayBeReleased } from './equivalence-classes'

/** The fewest records of an equivalence class in any file. Owners may raise it for what enters later. */
export const leastSmallestGroup = 11

/** Which equivalence classes of which responses are in a file, by their numbers. */
export interface SelectedClasses {
  /** Those whose waiting responses enter: the waiting ones alone are enough, so that no two files together tell of fewer. */
  readonly entering: ReadonlySet<number>
  /** Those of the file, with the number of their records. A class of which people have left since is not in it. */
  readonly inFile: ReadonlyMap<number, number>
}

/**
 * Selects what enters a file and what is in it. `entered`: responses of earlier files that are left; `waiting`: all others;
 * `smallestGroup`: the fewest that enter together.
 */
export function selectClasses(entered: Classes, waiting: Classes, smallestGroup: number): SelectedClasses {
  const entering = new Map([...waiting].filter(([, each]) => mayBeReleased(each, smallestGroup)))
  const inFile = new Map<number, number>()
  for (const number of new Set([...entered.keys(), ...entering.keys()])) {
    const before = entered.get(number)
    const added = entering.get(number)
    const whole = before && added ? joinClasses(before, added) : (before ?? added)
    if (whole && mayBeReleased(whole, leastSmallestGroup)) inFile.set(number, whole.count)
  }
  return { entering: new Set(entering.keys()), inFile }
}
