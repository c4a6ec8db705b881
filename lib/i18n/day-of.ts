/** The day of an ISO date such as `2026-11-23`, at noon, so that it is the same day in Paris. */
export const dayOf = (date: string): Date => new Date(`${date}T12:00:00Z`)
