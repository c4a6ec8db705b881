import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageGroups, type AgeGroup } from '@/lib/anonymisation/age-groups'
import { shownCells } from '@/lib/anonymisation/linked-items'
import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { itemById, type ItemId } from '@/lib/instrument/catalogue'
import { isOrWasUsed, usedNow } from '@/lib/instrument/conditions'
import { optionSets } from '@/lib/instrument/option-sets'
import { isShown } from '@/lib/instrument/visibility'
import { createCounter } from '@/lib/participation/counter'
import { difference, narrowed, sumOf, type Known, type Sum, valueOf } from '../../../support/attack'

const usage = ['usage.teleconsultation', 'usage.connectedDevices', 'usage.conversationalAi'] as const
const conditional = ['intend.any', 'topicsUsed', 'aiPurposes', 'aiSatisfaction', 'benefits'] as const
const attacked: readonly ItemId[] = ['ageBand', ...usage, ...conditional]

const smallest = 3

/** How many data sets are attacked. */
const numRuns = 40

/** Answers in which few tools were used, and nearly everything that was asked was answered: where links tell most. */
const arbitraryPerson: fc.Arbitrary<Answers> = fc
  .record({
    ageBand: fc.option(fc.constantFrom(...optionSets.ageBand), { freq: 4, nil: undefined }),
    used: fc.constantFrom(...usage),
    how: fc.constantFrom(...optionSets.usage),
    others: fc.constantFrom('never', 'never', 'intend', 'past', undefined),
    skipped: fc.option(fc.constantFrom(...conditional), { freq: 1, nil: undefined }),
    choices: fc.infiniteStream(fc.nat()),
  })
  .map(({ ageBand, used, how, others, skipped, choices }) => {
    const next = () => Number(choices.next().value)
    const answers: Record<string, unknown> = { ...(ageBand && { ageBand }) }
    for (const id of usage) {
      const option = id === used ? how : others
      if (option !== undefined) answers[id] = option
    }
    for (const id of conditional) {
      if (id === skipped || !isShown(itemById(id), answers)) continue
      const options = optionsOf(itemById(id))
      const [first, second] = [options[next() % options.length], options[next() % options.length]]
      const isAlone = first === second || first === 'none' || second === 'none' || next() % 8 > 0
      answers[id] = itemById(id).kind === 'single' ? first : isAlone ? [first] : [first, second]
    }
    return answers
  })

const arbitraryCrowd = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), arbitraryPerson), {
  minLength: 4,
  maxLength: 40,
})

const named = (id: ItemId, option: string, groups: readonly AgeGroup[]) =>
  sumOf(...groups.map((group) => `${id}/${option}/${group}`))

const together = (sums: readonly Sum[]): Sum => new Map(sums.flatMap((sum) => [...sum]))

/** That one sum is no more than another. */
const atMost = (one: Sum, other: Sum): Known => ({ sum: difference(one, other), max: 0 })

/** How many people answered an item. */
function answeredOf(id: ItemId, groups: readonly AgeGroup[]): Sum {
  if (itemById(id).kind === 'multiple') return named(id, 'answered', groups)
  return together(optionsOf(itemById(id)).map((option) => named(id, option, groups)))
}

const usersOf = (id: ItemId, options: readonly string[], group: AgeGroup) =>
  together(options.map((option) => named(id, option, [group])))

/** What follows from the questionnaire: who is asked what, and how many can have chosen what. */
function rules(group: AgeGroup): Known[] {
  const everyone = sumOf(`everyone/${group}`)
  const now = sumOf(`now/${group}`)
  const ever = sumOf(`ever/${group}`)
  const own = [group]
  const unions = [
    { union: now, options: usedNow },
    { union: ever, options: isOrWasUsed },
  ].flatMap(({ union, options }) => {
    const users = usage.map((id) => usersOf(id, options, group))
    return [atMost(union, together(users)), ...users.map((each) => atMost(each, union))]
  })
  const multiple = conditional
    .filter((id) => itemById(id).kind === 'multiple')
    .flatMap((id) => {
      const options = optionsOf(itemById(id))
      const answered = named(id, 'answered', own)
      const none = options.includes('none') ? named(id, 'none', own) : sumOf()
      return [
        atMost(answered, together(options.map((option) => named(id, option, own)))),
        ...options.map((option) => atMost(together([named(id, option, own), none]), answered)),
      ]
    })
  const usersOfAi = usersOf('usage.conversationalAi', isOrWasUsed, group)
  return [
    ...unions,
    ...multiple,
    atMost(now, ever),
    atMost(ever, everyone),
    ...usage.map((id) => atMost(answeredOf(id, own), everyone)),
    atMost(answeredOf('benefits', own), now),
    atMost(together([answeredOf('intend.any', own), now]), everyone),
    atMost(answeredOf('topicsUsed', own), ever),
    atMost(answeredOf('aiPurposes', own), usersOfAi),
    atMost(answeredOf('aiSatisfaction', own), usersOfAi),
  ]
}

function attack(people: readonly Answers[]) {
  const counter = createCounter([])
  for (const answers of people) counter.add(answers)
  const { cells } = counter.counts()
  const shown = shownCells(cells, people.length, () => [], smallest)

  const count = (group: AgeGroup, holds: (answers: Answers) => boolean) =>
    people.filter((answers) => (answers.ageBand ?? 'unanswered') === group && holds(answers)).length
  const uses = (answers: Answers, options: readonly string[]) =>
    usage.some((id) => chosenOptions(answers, id).some((option) => options.includes(option)))
  const truth = new Map<string, number>()
  for (const group of ageGroups) {
    truth.set(
      `everyone/${group}`,
      count(group, () => true),
    )
    truth.set(
      `now/${group}`,
      count(group, (answers) => uses(answers, usedNow)),
    )
    truth.set(
      `ever/${group}`,
      count(group, (answers) => uses(answers, isOrWasUsed)),
    )
    for (const id of attacked.slice(1)) {
      const { answered, chosen } = cells[id]
      for (const option of optionsOf(itemById(id)))
        truth.set(`${id}/${option}/${group}`, chosen[option]?.[group] ?? 0)
      if (itemById(id).kind === 'multiple') truth.set(`${id}/answered/${group}`, answered[group])
    }
  }

  const parts = [
    { part: 'total', groups: ageGroups },
    ...ageGroups.map((group) => ({ part: group, groups: [group] }) as const),
  ] as const
  const everyoneOf = (groups: readonly AgeGroup[]) => sumOf(...groups.map((group) => `everyone/${group}`))
  const ages = [
    {
      name: 'ageBand answered',
      sum: everyoneOf(['under35', 'from35']),
      isShown: shown.ageBand.answered.total,
    },
    ...(['under35', 'from35'] as const).map((group) => ({
      name: `ageBand ${group}`,
      sum: everyoneOf([group]),
      isShown: shown.ageBand.chosen[group]?.total === true,
    })),
  ]
  const numbers = attacked.slice(1).flatMap((id) =>
    parts.flatMap(({ part, groups }) => {
      const answered = answeredOf(id, groups)
      const options = optionsOf(itemById(id)).flatMap((option) => {
        const sum = named(id, option, groups)
        const isOptionShown = shown[id].chosen[option]?.[part] === true
        return [
          { name: `${id} ${option} ${part}`, sum, isShown: isOptionShown },
          { name: `${id} not ${option} ${part}`, sum: difference(answered, sum), isShown: isOptionShown },
        ]
      })
      // Who was asked is told by other items, so that who was not is a number as well, taken for known.
      const isConditional = itemById(id).shownWhen !== null
      const isAnsweredShown = shown[id].answered[part]
      return [
        ...options,
        { name: `${id} answered ${part}`, sum: answered, isShown: isAnsweredShown },
        ...(isConditional && isAnsweredShown
          ? [
              {
                name: `${id} not answered ${part}`,
                sum: difference(everyoneOf(groups), answered),
                isShown: true,
              },
            ]
          : []),
      ]
    }),
  )
  const all = [...ages, ...numbers]
  const known: Known[] = [
    { sum: everyoneOf(ageGroups), equal: people.length },
    ...ageGroups.flatMap(rules),
    ...all.filter(({ isShown: isKnown }) => isKnown).map(({ sum }) => ({ sum, equal: valueOf(sum, truth) })),
  ]
  const hidden = all.filter(({ isShown: isKnown }) => !isKnown)
  const small = all.filter(({ sum, isShown: isKnown }) => isKnown && valueOf(sum, truth) < smallest)
  return {
    small: small.map(({ name }) => name),
    found: narrowed(truth, known, hidden, smallest).map(({ name }) => name),
    shownConditional: conditional.filter((id) => shown[id].answered.total).length,
  }
}

test('no hidden number can be told from all items together, through who is asked what', () => {
  let interesting = 0
  fc.assert(
    fc.property(arbitraryCrowd, (crowd) => {
      const { small, found, shownConditional } = attack(
        crowd.flatMap(([times, person]) => Array<Answers>(times).fill(person)),
      )
      if (shownConditional >= 2) interesting += 1
      expect(small).toEqual([])
      expect(found).toEqual([])
    }),
    { numRuns, endOnFailure: true },
  )
  expect(interesting).toBeGreaterThan(5)
})
