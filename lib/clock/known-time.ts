import { addDays } from '@/lib/counts/iso-week'

// What is kept, and for how long, follows from the machine's clock, and one wrong clock must not erase everything. The database
// knows days that cannot be later than today, and its last daily work; these are the decisions that follow. Days are `YYYY-MM-DD`, in UTC.

/** What the database knows of time. A day, and nothing finer: it stands beside responses. */
export interface KnownTime {
  /** The last day that was seen under a clock that was believed; null before the first. */
  readonly latestDay: string | null
  /** The day that the daily work met under a clock far ahead; null while the clock is believed. */
  readonly doubtedDay: string | null
  /** The day for which what had been kept for long enough was last erased; null before the first time. */
  readonly erasedFor: string | null
  /** The day on which that was; null before the first time. */
  readonly erasedOn: string | null
}

/** `behind`: today is before a day that was seen. `ahead`: so far after it that the site stood still, or the clock is wrong. */
export type ClockState = 'right' | 'behind' | 'ahead'

/** How many days after the last one that was seen a clock is believed. */
export const mostDaysAhead = 8

/** How many days' worth of what came due one day's runs erase at most: longer standstills are caught up with over several days. */
export const mostDaysErased = 56

/** Clocks of several machines differ by some seconds when a day begins. */
const graceMs = 60 * 60 * 1000

/** The day of a moment, `YYYY-MM-DD`, in UTC as weeks are. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

const startOfDay = (day: string) => new Date(`${day}T00:00:00Z`)
const daysAfter = (day: string, days: number) => dayOf(addDays(startOfDay(day), days))

/** What is to be thought of a clock that says `now`. */
export function clockState({ latestDay }: Pick<KnownTime, 'latestDay'>, now: Date): ClockState {
  if (latestDay === null) return 'right'
  if (dayOf(new Date(now.getTime() + graceMs)) < latestDay) return 'behind'
  return dayOf(now) > daysAfter(latestDay, mostDaysAhead) ? 'ahead' : 'right'
}

/** The day that is believed to be today: that of the clock, or the last one that was seen where the clock is not believed. */
export function believedDay(known: Pick<KnownTime, 'latestDay'>, now: Date): string {
  const today = dayOf(now)
  const { latestDay } = known
  if (latestDay === null) return today
  return clockState(known, now) === 'ahead' || latestDay > today ? latestDay : today
}

/** What a run of the daily work does about time. */
export interface RunDecision {
  readonly state: ClockState
  /** What the database knows afterwards, but for what follows the erasing. */
  readonly known: Pick<KnownTime, 'latestDay' | 'doubtedDay'>
  /** The moment for which the run erases; null: nothing is erased, nor anything else done that cannot be undone. */
  readonly eraseFor: Date | null
}

/** Whether an earlier run met nearly the same day under a clock that was far ahead, on a day of its own. */
function agrees(doubtedDay: string | null, today: string): boolean {
  return doubtedDay !== null && today > doubtedDay && today <= daysAfter(doubtedDay, mostDaysAhead)
}

/** The last day for which a run of today may erase: however often a day's work is tried, it goes no further than the first time. */
function mostErasedFor({ erasedFor, erasedOn }: KnownTime, today: string): string {
  if (erasedFor === null) return today
  return erasedOn === today ? erasedFor : daysAfter(erasedFor, mostDaysErased)
}

/**
 * Decides for a run of the daily work at the moment `now`. A clock that is behind does nothing. One that is far ahead is believed once
 * two runs on different days met it, or where the operator says so (`isAccepted`): a clock that is behind is believed then too. A run
 * erases for today, but for no more than `mostDaysErased` days since the day before that had one, unless the operator says so.
 */
export function decideRun(known: KnownTime, now: Date, isAccepted = false): RunDecision {
  const today = dayOf(now)
  if (isAccepted) {
    return { state: 'right', known: { latestDay: today, doubtedDay: null }, eraseFor: now }
  }
  const state = clockState(known, now)
  if (state === 'behind') return { state, known, eraseFor: null }
  if (state === 'ahead' && !agrees(known.doubtedDay, today)) {
    return { state, known: { ...known, doubtedDay: today }, eraseFor: null }
  }
  const most = mostErasedFor(known, today)
  return {
    state: 'right',
    // Another machine may have seen the next day already.
    known: { latestDay: laterOf(known.latestDay, today), doubtedDay: null },
    eraseFor: most < today ? startOfDay(most) : now,
  }
}

/** The later of the clock's day and the last one that was seen. */
export const latestOf = ({ latestDay }: Pick<KnownTime, 'latestDay'>, now: Date): string =>
  laterOf(latestDay, dayOf(now))

const laterOf = (day: string | null, other: string) => (day === null || day < other ? other : day)

/** The day to be stored as the latest one when something is done at `now` under a believed clock; null where none is to be stored. */
export function newDay(known: Pick<KnownTime, 'latestDay'>, now: Date): string | null {
  const today = dayOf(now)
  const isNew = known.latestDay === null || today > known.latestDay
  return isNew && clockState(known, now) === 'right' ? today : null
}
