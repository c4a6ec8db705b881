import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createClassTally } from '@/lib/disclosure/microdata/class-tally'
import { createSchemeNumbers } from '@/lib/disclosure/microdata/class-numbers'
import { fileItems } from '@/lib/disclosure/microdata/scheme'
import { schemeEffects } from '@/lib/disclosure/microdata/scheme-preview'
import { selectClasses } from '@/lib/disclosure/microdata/select-classes'
import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import { isShown } from '@/lib/instrument/visibility'
import { packed } from '@/tests/support/packed'

/** People of few answers, so that classes form: a tool, an age, and answers to three questions. */
const arbitraryPerson: fc.Arbitrary<Answers> = fc.record(
  {
    ageBand: fc.constantFrom('under35' as const, 'from35' as const),
    'usage.connectedDevices': fc.constantFrom('regular' as const, 'past' as const),
    'trust.connectedDevices': fc.constantFrom('ratherYes' as const, 'ratherNo' as const),
    topicsUsed: fc.constantFrom(['stress' as const], ['stress' as const, 'anxiety' as const]),
    'risk.isolation': fc.constant('high' as const),
  },
  { requiredKeys: ['ageBand', 'usage.connectedDevices'] },
)

const numberOf = createSchemeNumbers({ tools: [] })

function classesOf(people: readonly Answers[]) {
  const tally = createClassTally()
  for (const answers of people) {
    const bytes = packed(answers)
    tally.add(numberOf(bytes, 0), bytes, 0)
  }
  return tally.classes()
}

/** Whether all of some people gave it away: the rules of editions.md, word by word. */
function isGivenAway(item: CatalogueItem, people: readonly Answers[]): boolean {
  if (people.some((answers) => !isShown(item, answers))) return false
  const chosen = people.map((answers) => chosenOptions(answers, item.id))
  if (chosen.every((options) => options.length === 0)) return false
  if (item.kind === 'single') return new Set(chosen.map(String)).size === 1
  const [first = []] = chosen
  return first.some((option) => chosen.every((options) => options.includes(option)))
}

function mayEnter(people: readonly Answers[], smallestGroup: number): boolean {
  return people.length >= smallestGroup && !fileItems.some((item) => isGivenAway(item, people))
}

function groups(people: readonly Answers[]): ReadonlyMap<number, readonly Answers[]> {
  const found = new Map<number, Answers[]>()
  for (const answers of people) {
    const number = numberOf(packed(answers), 0)
    found.set(number, [...(found.get(number) ?? []), answers])
  }
  return found
}

const arbitraryPeople = fc.array(arbitraryPerson, { maxLength: 60 })

it('selects exactly what the rules say, of those who wait and of the whole file', () => {
  fc.assert(
    fc.property(
      arbitraryPeople,
      arbitraryPeople,
      fc.integer({ min: 11, max: 15 }),
      (before, after, smallest) => {
        const selected = selectClasses(classesOf(before), classesOf(after), smallest)
        const waiting = groups(after)
        const entered = groups(before)
        const entering = [...waiting].filter(([, people]) => mayEnter(people, smallest))
        expect(selected.entering).toEqual(new Set(entering.map(([number]) => number)))
        for (const number of new Set([...entered.keys(), ...waiting.keys()])) {
          const added = selected.entering.has(number) ? (waiting.get(number) ?? []) : []
          const whole = [...(entered.get(number) ?? []), ...added]
          expect(selected.inFile.get(number) ?? 0).toBe(mayEnter(whole, 11) ? whole.length : 0)
        }
      },
    ),
  )
})

it('what enters is in the file, also after others left', () => {
  fc.assert(
    fc.property(arbitraryPeople, arbitraryPeople, (before, after) => {
      const { entering, inFile } = selectClasses(classesOf(before), classesOf(after), 11)
      for (const number of entering) expect(inFile.get(number)).toBeGreaterThanOrEqual(11)
    }),
  )
})

it('the preview of a scheme says what an edition of it would have', () => {
  const finest = createSchemeNumbers({ tools })
  fc.assert(
    fc.property(arbitraryPeople, fc.subarray([...tools]), (people, some) => {
      const tally = createClassTally()
      const own = createClassTally()
      const ownNumber = createSchemeNumbers({ tools: some })
      for (const answers of people) {
        const bytes = packed(answers)
        tally.add(finest(bytes, 0), bytes, 0)
        own.add(ownNumber(bytes, 0), bytes, 0)
      }
      const { inFile } = selectClasses(new Map(), own.classes(), 11)
      const records = [...inFile.values()].reduce((sum, count) => sum + count, 0)
      const effect = schemeEffects(tally.classes(), 11).find(
        ({ scheme }) => String(scheme.tools) === String(some),
      )
      expect(effect).toEqual({ scheme: { tools: some }, inFile: records, waiting: people.length - records })
    }),
    { numRuns: 40 },
  )
})

it('in every file, linked to all others, ten more entered together with a record', () => {
  const arbitraryBatches = fc.array(arbitraryPeople, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(arbitraryBatches, fc.infiniteStream(fc.boolean()), (batches, stays) => {
      let entered: readonly { readonly answers: Answers; readonly edition: number }[] = []
      let waiting: readonly Answers[] = []
      for (const [edition, batch] of batches.entries()) {
        waiting = [...waiting, ...batch]
        const { entering, inFile } = selectClasses(
          classesOf(entered.map(({ answers }) => answers)),
          classesOf(waiting),
          11,
        )
        const isEntering = (answers: Answers) => entering.has(numberOf(packed(answers), 0))
        entered = [...entered, ...waiting.filter(isEntering).map((answers) => ({ answers, edition }))]
        waiting = waiting.filter((answers) => !isEntering(answers))
        const file = entered.filter(({ answers }) => inFile.has(numberOf(packed(answers), 0)))
        for (const [number, alike] of groups(file.map(({ answers }) => answers))) {
          expect(alike.length).toBeGreaterThanOrEqual(11)
          const together = file.filter(
            (record) => record.edition === edition && numberOf(packed(record.answers), 0) === number,
          )
          // Those whom an earlier file did not have.
          expect(together.length === 0 || together.length >= 11).toBe(true)
        }
        // Some leave before the next one.
        entered = entered.filter(() => stays.next().value === true)
      }
    }),
  )
})
