/** The smallest number of people that is shown. Fewer are hidden, and so is nobody: "nobody does" tells of each one. */
export const smallestCell = 11

/** Whether any of these numbers of people is too small to be shown, zeros included. */
export function hasSmallCell(counts: readonly number[], smallest: number = smallestCell): boolean {
  return counts.some((count) => count < smallest)
}

/** Of how many people a statement is true and false. */
export interface TruthCounts {
  readonly trueCount: number
  readonly falseCount: number
}

/** The same among those who belong to all of these populations and to no other one of which figures were published. */
export interface Atom<Population extends string = string> extends TruthCounts {
  /** At least one: who belongs to none is not counted. */
  readonly populations: readonly Population[]
}

const nobody: TruthCounts = { trueCount: 0, falseCount: 0 }

const add = (one: TruthCounts, other: TruthCounts): TruthCounts => ({
  trueCount: one.trueCount + other.trueCount,
  falseCount: one.falseCount + other.falseCount,
})

/** Of how many people of a population the statement is true and false: the sum of the atoms in it. */
export function totalOf(atoms: readonly Atom[], population: string): TruthCounts {
  return atoms.filter(({ populations }) => populations.includes(population)).reduce(add, nobody)
}

/**
 * The people whom totals of these populations tell apart, by their membership: atoms of equal membership added up, without
 * those in none.
 */
export function distinguished(
  atoms: readonly Atom[],
  populations: readonly string[],
): ReadonlyMap<string, TruthCounts> {
  const byMembership = new Map<string, TruthCounts>()
  for (const atom of atoms) {
    const membership = populations.filter((population) => atom.populations.includes(population))
    const key = membership.join('+')
    if (membership.length > 0) byMembership.set(key, add(byMembership.get(key) ?? nobody, atom))
  }
  return byMembership
}

/** The fewest people that totals of these populations tell apart on one side; groups of nobody do not count. */
function smallestSide(atoms: readonly Atom[], populations: readonly string[]): number {
  const sides = [...distinguished(atoms, populations).values()]
    .filter(({ trueCount, falseCount }) => trueCount + falseCount > 0)
    .flatMap(({ trueCount, falseCount }) => [trueCount, falseCount])
  return Math.min(...sides)
}

/** One population after the other, each unless it would tell fewer than `smallest` people apart. */
function keptAt<Population extends string>(
  atoms: readonly Atom[],
  populations: readonly Population[],
  smallest: number,
): readonly Population[] {
  return populations.reduce<readonly Population[]>((kept, population) => {
    const more = [...kept, population]
    return smallestSide(atoms, more) >= smallest ? more : kept
  }, [])
}

/**
 * The populations of which the totals of one statement may be shown together: `populations` one after the other, the most
 * important first, each unless it would, with those kept before it, set people apart of whom the statement is true
 * or false of fewer than `smallest`. Hiding a total because of what could be subtracted from it is complementary
 * suppression: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter on frequency tables.
 *
 * Why nothing smaller can be computed. The kept populations cut people into groups of equal membership, and a shown total
 * is the sum of some of these groups. However totals are added and subtracted, all people of a group count alike in the
 * result: whoever can be singled out is a union of whole groups, and each group is either empty or has at least
 * `smallest` people on both sides. An empty group tells of nobody. (The rule asks for more than that needs: some
 * groups, such as those in both of two overlapping populations, cannot be singled out.)
 *
 * People outside all kept populations are in no shown total, so that no sum of totals holds them: their number does not
 * matter, and they are not asked about. They would matter if a total over everyone were shown for the same statement, but
 * then everyone would be one of the populations, and nobody outside it.
 *
 * A larger number only hides more: where it drops a population, none is shown that this one had kept out. Owners change the
 * number while the counts stay, and whoever saw both pages could subtract.
 */
export function populationsShown<Population extends string>(
  atoms: readonly Atom[],
  populations: readonly Population[],
  smallest: number = smallestCell,
): readonly Population[] {
  let kept = keptAt(atoms, populations, Math.min(smallest, smallestCell))
  // All numbers up to the fewest people keep these populations; the next one drops one.
  for (let fewest = smallestSide(atoms, kept); fewest < smallest; fewest = smallestSide(atoms, kept)) {
    kept = keptAt(atoms, kept, fewest + 1)
  }
  return kept
}
