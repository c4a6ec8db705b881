import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { itemById, type CatalogueItem } from '@/lib/instrument/catalogue'

/** How varied the answers of some people are to the item that must be diverse. All must be asked it. */
export interface Variety {
  /** Different answers that were given, as sets of bits: all of them, or the first `mostKept`. "Prefer not to say" is none. */
  readonly given: readonly number[]
  /** The options that everyone chose who answered, as a set of bits; all bits where nobody answered. */
  readonly common: number
}

/** How many different answers are told from each other; larger numbers count as this one. The most that can be asked for. */
export const mostKept = 5

/** The item to which people who cannot be told apart must have given different answers. */
export const diverseItem: CatalogueItem = itemById('topicsUsed')

const options = optionsOf(diverseItem)

/** The variety of one person's answer. Two sets of options are the same answer when they hold the same options. */
export function varietyOf(answers: Answers): Variety {
  const chosen = chosenOptions(answers, diverseItem.id)
  if (chosen.length === 0) return { given: [], common: -1 }
  const bits = chosen.reduce((set, option) => set | (1 << options.indexOf(option)), 0)
  return { given: [bits], common: bits }
}

/** The variety of all people of two groups. */
export function joinVarieties(one: Variety, other: Variety): Variety {
  const common = one.common & other.common
  const added = other.given.filter((answer) => !one.given.includes(answer))
  if (added.length === 0 || one.given.length >= mostKept) {
    return common === one.common ? one : { given: one.given, common }
  }
  return { given: [...one.given, ...added].slice(0, mostKept), common }
}

/**
 * Whether nobody's answer follows from belonging to the group: at least `l` different answers were given (2 to `mostKept`),
 * and no option is part of all of them. The second is asked because an answer is a set: {stress} and {stress, sleep}
 * are two answers, and tell of everyone that it is stress. Who did not answer counts as no answer: "stress, or nothing said"
 * tells nearly as much.
 *
 * Once true of a group, it stays true whoever joins it.
 *
 * Source: A. Machanavajjhala et al., "l-diversity: privacy beyond k-anonymity", ACM TKDD 1 (2007), distinct l-diversity.
 */
export function isVaried({ given, common }: Variety, l: number): boolean {
  return given.length >= l && common === 0
}
