import { hasRole, leastRole, type AdminArea, type Role } from '@/lib/auth/roles'
import type { Locale } from './locales'

/** What a page needs: the role of an area, or nothing but to be on the way in. */
export type Rule = AdminArea | 'wayIn'

interface Page {
  /** Its place under the address of the admin area, the same in every language. */
  readonly path: string
  readonly needs: Rule
  /** Whether the menu leads to it, in this order. */
  readonly isInMenu?: true
  /** Whether there is one for each of several things, at addresses below it. */
  readonly isOfMany?: true
}

/** The pages of the admin area. One more is a line here, its title in the messages, and its folder under `app`. */
export const adminPages = {
  dashboard: { path: '', needs: 'dashboard', isInMenu: true },
  editions: { path: '/editions', needs: 'editions', isInMenu: true },
  figures: { path: '/figures', needs: 'figures', isInMenu: true },
  wave: { path: '/figures/wave', needs: 'figures', isOfMany: true },
  figure: { path: '/figures/figure', needs: 'figures', isOfMany: true },
  waveAbout: { path: '/figures/about', needs: 'figures', isOfMany: true },
  accounts: { path: '/accounts', needs: 'accounts', isInMenu: true },
  settings: { path: '/settings', needs: 'settings', isInMenu: true },
  operator: { path: '/operator', needs: 'operator', isInMenu: true },
  audit: { path: '/audit', needs: 'audit', isInMenu: true },
  account: { path: '/account', needs: 'ownAccount', isInMenu: true },
  signIn: { path: '/sign-in', needs: 'wayIn' },
  code: { path: '/code', needs: 'wayIn' },
  setUp: { path: '/set-up', needs: 'wayIn' },
  recoveryCodes: { path: '/recovery-codes', needs: 'wayIn' },
  confirm: { path: '/confirm', needs: 'ownAccount' },
  invitation: { path: '/invitation', needs: 'wayIn' },
} as const satisfies Readonly<Record<string, Page>>

export type AdminPage = keyof typeof adminPages

/** A page that needs a role. */
export type GuardedPage = {
  [Name in AdminPage]: (typeof adminPages)[Name]['needs'] extends 'wayIn' ? never : Name
}[AdminPage]

/** The pages to which the menu leads somebody of a role, in order. */
export function menuOf(role: Role): readonly AdminPage[] {
  return (Object.keys(adminPages) as AdminPage[]).filter((name) => {
    const page: Page = adminPages[name]
    return page.isInMenu && page.needs !== 'wayIn' && hasRole(role, leastRole[page.needs])
  })
}

/** The address of a page of the admin area in a language, without the site's origin. */
export function adminPath(page: AdminPage, locale: Locale): string {
  return `/${locale}/admin${adminPages[page].path}`
}

/** Where a form is sent that signs out. */
export const signOutPath = (locale: Locale): string => `/${locale}/admin/sign-out`

/** The address of the file of an edition. */
export function editionFileAddress(id: string, locale: Locale): string {
  return `${adminPath('editions', locale)}/${encodeURIComponent(id)}/download`
}

/**
 * The address of the page that a text names, to come back to it: `settings`, or `wave/2025-12` of a page that has others below it.
 * Never leads out of the admin area: any text that names none is the dashboard.
 */
export function pathBack(named: string, locale: Locale): string {
  const [, name = '', below = ''] = /^(\w+)(\/[\w-]+)?$/.exec(named) ?? []
  const page: Page | undefined = Object.hasOwn(adminPages, name) ? adminPages[name as AdminPage] : undefined
  const isThere = page !== undefined && (page.isOfMany === true) === (below !== '')
  return isThere ? `${adminPath(name as AdminPage, locale)}${below}` : adminPath('dashboard', locale)
}
