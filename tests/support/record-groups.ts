import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import { isShown } from '@/lib/instrument/visibility'

// Anonymisation once more, from its definitions and without a thought for time, for tests to compare with.

/** What a release says of somebody's answer to a question about use, at a level from 0 to 2. */
export function usageAt(answer: string | undefined, level: number): string {
  if (level === 2) return 'withheld'
  if (answer === undefined) return 'unanswered'
  if (level === 0) return answer
  return answer === 'regular' || answer === 'occasional' ? 'usedNow' : 'notUsedNow'
}

/** The same of the age, at level 0 or 1. */
export const ageAt = (answer: string | undefined, level: number): string =>
  level === 1 ? 'all' : (answer ?? 'unanswered')

/** Whether each question that is not asked of everyone applies. */
export const appliesTo = (answers: Answers): string =>
  items
    .filter((item) => item.shownWhen !== null)
    .map((item) => Number(isShown(item, answers)))
    .join('')

/** Every combination of levels: of the age and of six tools. */
export const everyLevels: readonly (readonly number[])[] = tools.reduce<number[][]>(
  (before) => before.flatMap((levels) => [0, 1, 2].map((level) => [...levels, level])),
  [[0], [1]],
)

/** All that the quasi-identifiers of a released record say, as text. */
export const groupOf = (answers: Answers, levels: readonly number[]): string =>
  [
    appliesTo(answers),
    ageAt(answers.ageBand, levels[0] ?? 0),
    ...tools.map((tool, index) => usageAt(answers[`usage.${tool}`], levels[index + 1] ?? 0)),
  ].join(' ')

/** Whether at least l different answers to `topicsUsed` were given, which have no option in common. */
export function areVaried(records: readonly Answers[], l: number): boolean {
  const given = records.flatMap(({ topicsUsed }) => (topicsUsed ? [topicsUsed] : []))
  const isCommon = (option: string) => given.every((options) => options.some((one) => one === option))
  return new Set(given.map((options) => options.join())).size >= l && !given.flat().some(isCommon)
}

/** People by what is told of them. */
export function grouped<Person>(people: readonly Person[], tell: (person: Person) => string) {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const told = tell(person)
    groups.set(told, [...(groups.get(told) ?? []), person])
  }
  return groups
}

/** How many records are withheld at these levels. */
export function withheldAt(records: readonly Answers[], levels: readonly number[], k: number, l: number) {
  const groups = [...grouped(records, (answers) => groupOf(answers, levels)).values()]
  return groups
    .filter((group) => group.length < k || (appliesTo(group[0] ?? {})[1] === '1' && !areVaried(group, l)))
    .reduce((sum, group) => sum + group.length, 0)
}

/** 1 - Prec, with withheld records as wholly lost. */
export function lossAt(levels: readonly number[], records: number, withheld: number): number {
  const [age = 0, ...usage] = levels
  const lost = age + usage.reduce((sum, level) => sum + level / 2, 0)
  return ((records - withheld) * lost + withheld * 7) / (records * 7)
}
