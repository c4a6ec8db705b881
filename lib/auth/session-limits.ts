/** How long a session lives. */
export const sessionLimits = {
  /** Without use. */
  idleSeconds: 30 * 60,
  /** A use renews it, once in this time at most. */
  renewalSeconds: 5 * 60,
  /** In all, however much it is used. */
  mostSeconds: 12 * 60 * 60,
  /** How long after its second factor was checked a session may do what is sensitive. */
  freshSeconds: 15 * 60,
} as const

/** The moment after which a session must have begun to be alive at `now`. */
export function earliestStart(now: Date): Date {
  return new Date(now.getTime() - sessionLimits.mostSeconds * 1000)
}

/** Whether a second factor that was checked at a moment still counts for what is sensitive at `now`. */
export function isFresh(session: { readonly secondFactorAt: Date }, now: Date): boolean {
  const ageMilliseconds = now.getTime() - session.secondFactorAt.getTime()
  return ageMilliseconds <= sessionLimits.freshSeconds * 1000
}
