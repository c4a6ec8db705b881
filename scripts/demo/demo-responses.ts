import type { Figure } from '@/lib/comparison/figures'
import type { Answers } from '@/lib/instrument/answers'
import { demoAnswers, demoPopulation } from './demo-answers'
import { createRandom, pick, runningTotals } from './random'
import { randomUuid } from './random-uuid'

/** A made-up response. */
export interface DemoResponse {
  /** A random UUID, version 4. */
  readonly id: string
  readonly answers: Answers
  /** In which week it was contributed: 0 is the last one, `demoWeeks - 1` the first. */
  readonly weeksAgo: number
}

/** Over how many weeks made-up responses are spread. */
export const demoWeeks = 26

/** The last week has nearly twice as many as the first. */
const weekTotals = runningTotals(Array.from({ length: demoWeeks }, (_, weeksAgo) => 2 * demoWeeks - weeksAgo))

/** So many made-up responses, skewed as the figures are. The same arguments always give the same responses. */
export function* demoResponses(
  count: number,
  seed: string | number,
  figures: readonly Figure[],
): Generator<DemoResponse, void, undefined> {
  const random = createRandom(seed)
  const population = demoPopulation(figures)
  for (let made = 0; made < count; made += 1) {
    yield {
      id: randomUuid(random),
      answers: demoAnswers(random, population),
      weeksAgo: pick(weekTotals, random()),
    }
  }
}
