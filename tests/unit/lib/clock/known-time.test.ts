import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  believedDay,
  clockState,
  dayOf,
  decideRun,
  mostDaysAhead,
  mostDaysErased,
  newDay,
  type KnownTime,
} from '@/lib/clock/known-time'

const seen: KnownTime = {
  latestDay: '2026-11-26',
  doubtedDay: null,
  erasedFor: '2026-11-26',
  erasedOn: '2026-11-26',
}
const nothing: KnownTime = { latestDay: null, doubtedDay: null, erasedFor: null, erasedOn: null }
const at = (text: string) => new Date(text)

test.each([
  ['2023-11-26T12:00:00Z', 'behind'],
  ['2026-11-25T22:59:59Z', 'behind'],
  // Another machine's clock may be some minutes ahead.
  ['2026-11-25T23:00:00Z', 'right'],
  ['2026-12-04T23:59:59Z', 'right'],
  ['2026-12-05T00:00:00Z', 'ahead'],
  ['2029-11-26T12:00:00Z', 'ahead'],
])('after 26 November, a clock that says %s is %s', (now, state) => {
  expect(clockState(seen, at(now))).toBe(state)
})

test('a database that has seen nothing believes every clock', () => {
  for (const now of [at('1999-12-31'), at('2099-12-31')]) {
    expect(decideRun(nothing, now)).toEqual({
      state: 'right',
      known: { latestDay: dayOf(now), doubtedDay: null },
      eraseFor: now,
    })
  }
})

describe('a run', () => {
  test('on the next day erases for that day', () => {
    const now = at('2026-11-27T00:12:00Z')
    expect(decideRun(seen, now)).toEqual({
      state: 'right',
      known: { latestDay: '2026-11-27', doubtedDay: null },
      eraseFor: now,
    })
  })

  test('under a clock that is behind does nothing, and forgets nothing', () => {
    expect(decideRun(seen, at('2024-09-17T08:00:00Z'))).toEqual({
      state: 'behind',
      known: seen,
      eraseFor: null,
    })
  })

  test('three years ahead is doubted, however often it is made that day; on the next day it is believed, and erases some weeks', () => {
    const first = decideRun(seen, at('2029-11-26T08:00:00Z'))
    expect(first).toMatchObject({ state: 'ahead', eraseFor: null })
    const known = { ...seen, ...first.known }
    expect(known).toEqual({ ...seen, doubtedDay: '2029-11-26' })
    expect(decideRun(known, at('2029-11-26T23:00:00Z'))).toEqual({ ...first, known })
    expect(decideRun(known, at('2029-11-27T00:00:00Z'))).toEqual({
      state: 'right',
      known: { latestDay: '2029-11-27', doubtedDay: null },
      eraseFor: at('2027-01-21T00:00:00Z'),
    })
  })

  test('is not believed because of another wrong clock', () => {
    const known = { ...seen, doubtedDay: '2029-11-26' }
    for (const now of [at('2028-05-01T00:00:00Z'), at('2029-12-05T00:00:00Z')]) {
      expect(decideRun(known, now)).toMatchObject({ eraseFor: null, known: { doubtedDay: dayOf(now) } })
    }
  })

  test('under the right clock again forgets the doubt', () => {
    const known = { ...seen, doubtedDay: '2029-11-26' }
    expect(decideRun(known, at('2026-11-27T08:00:00Z')).known).toEqual({
      latestDay: '2026-11-27',
      doubtedDay: null,
    })
  })

  test('that the operator vouches for is believed, ahead or behind', () => {
    for (const now of [at('2029-11-26T08:00:00Z'), at('2023-11-26T08:00:00Z')]) {
      expect(decideRun(seen, now, true)).toEqual({
        state: 'right',
        known: { latestDay: dayOf(now), doubtedDay: null },
        eraseFor: now,
      })
    }
  })
})

test('what is done at a moment is of the day that is believed', () => {
  expect(believedDay(seen, at('2026-11-27T08:00:00Z'))).toBe('2026-11-27')
  expect(believedDay(seen, at('2026-11-25T23:30:00Z'))).toBe('2026-11-26')
  expect(believedDay(seen, at('2029-11-26T08:00:00Z'))).toBe('2026-11-26')
  expect(believedDay(seen, at('2020-11-26T08:00:00Z'))).toBe('2026-11-26')
  expect(believedDay(nothing, at('2020-11-26T08:00:00Z'))).toBe('2020-11-26')
})

test('a day is stored once, and only under a clock that is believed', () => {
  expect(newDay(seen, at('2026-11-26T08:00:00Z'))).toBeNull()
  expect(newDay(seen, at('2026-11-27T08:00:00Z'))).toBe('2026-11-27')
  expect(newDay(seen, at('2029-11-27T08:00:00Z'))).toBeNull()
  expect(newDay(seen, at('2020-11-27T08:00:00Z'))).toBeNull()
  expect(newDay(nothing, at('2020-11-27T08:00:00Z'))).toBe('2020-11-27')
})

const msPerDay = 86_400_000
const start = Date.parse('2026-11-26T12:00:00Z')
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / msPerDay
const daysBetween = (from: string, to: string) => dayNumber(to) - dayNumber(from)

/** What the database knows after a run, whose erasing is done. */
function afterRun(known: KnownTime, now: Date): KnownTime {
  const { known: next, eraseFor } = decideRun(known, now)
  return { ...known, ...next, ...(eraseFor !== null && { erasedFor: dayOf(eraseFor), erasedOn: dayOf(now) }) }
}

test('whatever clocks say, no run erases for more than some weeks after the one before, nor for a day to come', () => {
  const clocks = fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(clocks, (offsets) => {
      let known = seen
      for (const days of offsets) {
        const now = new Date(start + days * msPerDay)
        const next = afterRun(known, now)
        if (next.erasedFor !== known.erasedFor) {
          expect(daysBetween(known.erasedFor ?? '', next.erasedFor ?? '')).toBeLessThanOrEqual(mostDaysErased)
          expect(next.erasedFor ?? '').not.toBe('')
          expect((next.erasedFor ?? '') <= dayOf(now)).toBe(true)
        }
        known = next
      }
    }),
  )
})

test('however often the work of a day is tried, it erases for no more than the first time', () => {
  const now = new Date(start + 400 * msPerDay)
  const doubted = { ...seen, doubtedDay: dayOf(new Date(now.getTime() - msPerDay)) }
  const first = afterRun(doubted, now)
  expect(daysBetween(seen.erasedFor ?? '', first.erasedFor ?? '')).toBe(mostDaysErased)
  expect(afterRun(afterRun(first, now), now)).toEqual(first)
})

test('a clock that is wrong on one day of many changes nothing, once it is right again', () => {
  const wrong = fc.record({
    days: fc.integer({ min: 3, max: 40 }),
    on: fc.integer({ min: 1, max: 38 }),
    by: fc.oneof(fc.integer({ min: mostDaysAhead + 1, max: 40_000 }), fc.integer({ min: -20_000, max: -2 })),
  })
  fc.assert(
    fc.property(wrong, ({ days, on, by }) => {
      fc.pre(on < days)
      let known = seen
      let asIfRight = seen
      for (let day = 1; day <= days; day += 1) {
        const right = new Date(start + day * msPerDay)
        known = afterRun(known, day === on ? new Date(right.getTime() + by * msPerDay) : right)
        asIfRight = afterRun(asIfRight, right)
        if (day === on) expect(known.erasedFor).toBe(dayOf(new Date(start + (day - 1) * msPerDay)))
      }
      expect(known).toEqual(asIfRight)
    }),
  )
})

test('a site that stood still for any time erases for today again, one run a day, within a run for each eight weeks and one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (pause) => {
      let known = seen
      const runs = Math.ceil(pause / mostDaysErased) + 2
      for (let run = 1; run <= runs; run += 1) {
        known = afterRun(known, new Date(start + (pause + run) * msPerDay))
      }
      expect(known.erasedFor).toBe(dayOf(new Date(start + (pause + runs) * msPerDay)))
      expect(known.latestDay).toBe(known.erasedFor)
    }),
  )
})
