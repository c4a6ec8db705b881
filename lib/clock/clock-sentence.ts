import { dayOf, mostDaysAhead, type ClockState, type KnownTime } from './known-time'

const remedy =
  'If the clock is wrong, set it right; if it is right, say so with `npm run db:purge -- --accept-clock`.'

/** What the operator is told of a clock, in a line. */
export function clockSentence(
  state: ClockState,
  { latestDay }: Pick<KnownTime, 'latestDay'>,
  now: Date,
): string {
  const today = dayOf(now)
  if (state === 'right') return `The clock says ${today}, and the database knows nothing against it.`
  if (state === 'behind') {
    return `The clock says ${today}, but the database has seen ${latestDay}: nothing is erased or published, and no contribution taken. ${remedy}`
  }
  return (
    `The clock says ${today}, more than ${mostDaysAhead} days after the last day that the database has seen, ${latestDay}: nothing is ` +
    `erased or published before a run on another day finds the same. ${remedy}`
  )
}
