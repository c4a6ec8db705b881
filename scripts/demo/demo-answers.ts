import type { Figure } from '@/lib/comparison/figures'
import type { Answers } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { itemTable, type Draw, type ItemTable } from './item-tables'
import { isOfProfile, likelyProfiles } from './profiles'
import { pick, runningTotals, type Random } from './random'
import { targetsOf } from './targets'

/** People who do not exist: how likely each way of answering is. Takes a moment to work out, and is then drawn from. */
export interface DemoPopulation {
  readonly profiles: Draw
  readonly tables: ReadonlyMap<ItemId, ItemTable>
}

/** How many people stop in the second half, and how many skip questions here and there, as shares of all. */
const stopping = 0.04
const skipping = 0.05
/** How many of the questions the latter skip. */
const skipped = 0.5
/** How often a person answers as inclined, rather than one question without regard to the others. */
const inclined = 0.5

/** Works out how people would answer if the figures held of them. Any figures will do, also none. */
export function demoPopulation(figures: readonly Figure[]): DemoPopulation {
  const targets = targetsOf(figures)
  const profiles = likelyProfiles(targets)
  return {
    profiles: { choices: profiles, totals: runningTotals(profiles.map(({ weight }) => weight)) },
    tables: new Map(
      items.filter((item) => !isOfProfile(item)).map((item) => [item.id, itemTable(item, profiles, targets)]),
    ),
  }
}

/** Which items a person leaves out, by their place in the catalogue: most people none. */
function drawGaps(random: Random): (place: number) => boolean {
  const manner = random()
  if (manner < stopping) {
    const end = items.length * (1 - random() / 2)
    return (place) => place >= end
  }
  return manner < stopping + skipping ? () => random() < skipped : () => false
}

/**
 * One made-up person's answers: valid, only to items that apply, most of them answered. What is used is drawn first,
 * then each item by it. Scales begin with the favourable end, so one inclination for each person ties the answers to
 * all of them together without changing the share of any.
 */
export function demoAnswers(random: Random, population: DemoPopulation): Answers {
  const profile = pick(population.profiles.totals, random())
  const ofProfile = population.profiles.choices[profile]?.answers ?? {}
  const inclination = random()
  const isLeftOut = drawGaps(random)
  const answers: { -readonly [Id in ItemId]?: Answers[Id] } = {}
  for (const [place, item] of items.entries()) {
    if (!isShown(item, answers) || isLeftOut(place)) continue
    const table = population.tables.get(item.id)
    if (!table) {
      if (ofProfile[item.id] !== undefined) Object.assign(answers, { [item.id]: ofProfile[item.id] })
      continue
    }
    const draw = table.draws[table.drawOf[profile] ?? 0]
    if (!draw) continue
    const isInclined = item.kind === 'single' && random() < inclined
    const chosen = draw.choices[pick(draw.totals, isInclined ? inclination : random())]
    Object.assign(answers, chosen?.answers)
  }
  return answers
}
