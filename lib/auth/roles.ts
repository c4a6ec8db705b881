/**
 * What an admin may do, least first: each role may do what those before it may. One more is a word here, its words in the
 * messages and, in a migration, the CHECKs of accounts and invitations.
 */
export const roles = ['viewer', 'exporter', 'owner'] as const
export type Role = (typeof roles)[number]

/** The parts of the admin area, and the least role that each one needs. Pages, actions and their tests read this table. */
export const leastRole = {
  /** One's own sessions and second factor. */
  ownAccount: 'viewer',
  dashboard: 'viewer',
  editions: 'exporter',
  accounts: 'owner',
  settings: 'owner',
  operator: 'owner',
  figures: 'owner',
  audit: 'owner',
} as const satisfies Record<string, Role>

export type AdminArea = keyof typeof leastRole

/** Whether `role` may do what `needed` may. */
export function hasRole(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}

/** Whether a text, from a form or from the database, is a role. */
export function isRole(text: unknown): text is Role {
  return typeof text === 'string' && roles.some((role) => role === text)
}
