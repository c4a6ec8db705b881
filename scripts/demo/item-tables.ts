import { everyone } from '@/lib/comparison/predicates'
import type { Answers } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { choicesOf, usersOf, type Choice } from './choices'
import { rake, type Row } from './rake'
import { runningTotals } from './random'
import type { Target } from './targets'

/** Ways to answer, and the running totals of their weights, from which one is drawn. */
export interface Draw {
  readonly choices: readonly Choice[]
  readonly totals: Float64Array
}

/** How people of each profile answer one item. */
export interface ItemTable {
  /** For each profile the index of its draw. */
  readonly drawOf: Uint16Array
  readonly draws: readonly Draw[]
}

/** Profiles that answer an item in the same way. */
interface Group {
  /** One of them, who stands for all. */
  readonly example: Answers
  weight: number
}

const notAsked: readonly Choice[] = [{ answers: {}, weight: 1 }]

/**
 * Tells profiles apart by whether they are asked, whether they use the tool, and the populations of the targets. What
 * else a target reads of a profile must follow from these, as "used a tool for sleep" does from being asked.
 */
function keyOf(item: CatalogueItem, targets: readonly Target[]): (answers: Answers) => number {
  const predicates = [usersOf(item), ...targets.map(({ population }) => population)]
  const telling = [...new Set(predicates)].filter((predicate) => predicate !== everyone)
  return (answers) => {
    let key = Number(isShown(item, answers))
    for (const { test } of telling) key = 3 * key + 1 + Number(test(answers) ?? -1)
    return key
  }
}

function groupsOf(profiles: readonly Choice[], keyFor: (answers: Answers) => number) {
  const indices = new Map<number, number>()
  const groups: Group[] = []
  const groupOf = Uint16Array.from(profiles, ({ answers, weight }) => {
    const key = keyFor(answers)
    const index = indices.get(key) ?? groups.push({ example: answers, weight: 0 }) - 1
    indices.set(key, index)
    const group = groups[index]
    if (group) group.weight += weight
    return index
  })
  return { groups, groupOf }
}

/** How people of each profile answer an item, as the targets about it say. */
export function itemTable(
  item: CatalogueItem,
  profiles: readonly Choice[],
  targets: readonly Target[],
): ItemTable {
  const about = targets.filter(({ isTrue }) => isTrue.reads.includes(item.id))
  const { groups, groupOf } = groupsOf(profiles, keyOf(item, about))
  const rows: Row[] = []
  const cells: Choice[] = []
  const choicesOfRows = groups.map(({ example, weight }) => {
    const choices = isShown(item, example) ? choicesOf(item, example) : notAsked
    const total = choices.reduce((sum, choice) => sum + choice.weight, 0)
    rows.push({ start: cells.length, end: cells.length + choices.length })
    for (const choice of choices) {
      cells.push({ answers: { ...example, ...choice.answers }, weight: (weight * choice.weight) / total })
    }
    return choices
  })
  const weights = rake(cells, rows, about)
  const draws = choicesOfRows.map((choices, index) => ({
    choices,
    totals: runningTotals(weights.slice(rows[index]?.start, rows[index]?.end)),
  }))
  return { drawOf: groupOf, draws }
}
