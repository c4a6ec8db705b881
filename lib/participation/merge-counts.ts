import { ageGroups, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import { optionsOf } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { addAtoms, countsVersion, everyStatement, type Counts } from './counts'

const none: ByAgeGroup = { under35: 0, from35: 0, unanswered: 0 }

function addByAge(one: ByAgeGroup = none, other: ByAgeGroup = none): ByAgeGroup {
  return Object.fromEntries(ageGroups.map((group) => [group, one[group] + other[group]])) as ByAgeGroup
}

function addCells(one: Counts['cells'], other: Counts['cells']): Counts['cells'] {
  const cells = items.map((item) => {
    const [here, there] = [one[item.id], other[item.id]]
    const chosen = optionsOf(item).map(
      (option) => [option, addByAge(here.chosen[option], there.chosen[option])] as const,
    )
    return [
      item.id,
      { answered: addByAge(here.answered, there.answered), chosen: Object.fromEntries(chosen) },
    ]
  })
  return Object.fromEntries(cells) as Counts['cells']
}

/**
 * The counts of two sets of different responses taken together, as if all had been added to one counter. Both must have been
 * counted with the same figures. Commutative and associative; the counts of a counter at zero change nothing.
 */
export function mergeCounts(one: Counts, other: Counts): Counts {
  const statements = [...one.statements, ...other.statements]
  return {
    version: countsVersion,
    responses: one.responses + other.responses,
    cells: addCells(one.cells, other.cells),
    statements: everyStatement.flatMap(({ indicator, statement: { tool } }) => {
      const same = statements.filter((counted) => counted.indicator === indicator && counted.tool === tool)
      const atoms = addAtoms(same.flatMap((counted) => counted.atoms))
      return atoms.length > 0 ? [{ indicator, tool, atoms }] : []
    }),
  }
}
