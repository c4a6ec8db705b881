/**
 * Every cookie that the site sets, by what it is for, with its name; those of the admin area have `__Host-` before it over TLS. One
 * more is a line here, and words of the privacy page.
 */
export const cookieNames = {
  /** The answers that somebody compared. */
  comparison: 'comparison',
  /** Signed in. The library of the admin area knows this one and the next. */
  session: 'miroir-admin',
  /** The second factor is awaited. */
  pending: 'miroir-admin-pending',
  /** Has signed in once. */
  device: 'miroir-admin-device',
} as const

/** Those that only the team of a site is given. */
export const teamCookies = [
  'session',
  'pending',
  'device',
] as const satisfies readonly (keyof typeof cookieNames)[]
