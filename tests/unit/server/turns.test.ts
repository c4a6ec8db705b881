import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTurns, type EndTurn } from '@/server/turns'

const limits = { atWork: 3, atWorkOfEach: 2, waiting: 5, waitingOfEach: 3 }

/** Takes turns for clients; says who is at work, in the order in which they began. */
function scene() {
  const turns = createTurns(limits)
  const begun: { readonly client: string; readonly end: EndTurn }[] = []
  const take = (client: string): boolean => {
    const turn = turns.take(client)
    void turn?.then((end) => begun.push({ client, end }))
    return turn !== null
  }
  const end = (place: number) => begun.splice(place, 1)[0]?.end()
  return { turns, take, end, atWork: () => begun.map(({ client }) => client) }
}

const settle = async () => new Promise((resolve) => setImmediate(resolve))

describe('turns', () => {
  test('of each client so many are at work, and of all of them so many', async () => {
    const { take, atWork } = scene()
    for (const client of ['a', 'a', 'a', 'b', 'c']) expect(take(client)).toBe(true)
    await settle()
    expect(atWork()).toEqual(['a', 'a', 'b'])
  })

  test('clients take turns, however many requests one of them has', async () => {
    const { take, end, atWork } = scene()
    for (const client of ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c']) take(client)
    await settle()
    expect(atWork()).toEqual(['a', 'a', 'b'])
    end(0)
    await settle()
    expect(atWork()).toEqual(['a', 'b', 'c'])
    end(1)
    await settle()
    expect(atWork()).toEqual(['a', 'c', 'b'])
  })

  test('a request that comes when too many wait is turned away, and no other client’s', async () => {
    const { take } = scene()
    expect(['a', 'a', 'a', 'a', 'a', 'a'].map((client) => take(client))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(['b', 'b', 'b', 'b'].map((client) => take(client))).toEqual([true, true, true, false])
    // The waiting room is full, and a newcomer is let in all the same, once.
    expect(['c', 'c'].map((client) => take(client))).toEqual([true, false])
    await settle()
  })

  test('the limits hold in any order, everybody gets a turn, and nothing is left in the end', async () => {
    const step = fc.oneof(
      fc.record({ take: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.record({ end: fc.nat(10) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { turns, take, end, atWork } = scene()
        let taken = 0
        let ended = 0
        const check = () => {
          const counts = turns.counts()
          expect(counts.atWork).toBe(atWork().length)
          expect(counts.atWork).toBeLessThanOrEqual(limits.atWork)
          expect(counts.waiting).toBe(taken - ended - counts.atWork)
          for (const client of 'abcd') {
            expect(atWork().filter((each) => each === client).length).toBeLessThanOrEqual(limits.atWorkOfEach)
          }
        }
        for (const each of steps) {
          if ('take' in each) taken += Number(take(each.take))
          else if (each.end < atWork().length) {
            end(each.end)
            ended += 1
          }
          await settle()
          check()
        }
        while (atWork().length > 0) {
          end(0)
          ended += 1
          await settle()
        }
        expect([turns.counts(), taken]).toEqual([{ atWork: 0, waiting: 0 }, ended])
      }),
    )
  })
})
