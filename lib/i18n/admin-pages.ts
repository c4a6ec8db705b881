import type { Locale } from './locales'

/** The pages of the admin area, and their places under its address, which are the same in every language. */
export const adminPages = {
  dashboard: '',
  releases: '/releases',
  /** Of one release, whose id follows. */
  release: '/releases',
  accounts: '/accounts',
  settings: '/settings',
  audit: '/audit',
  account: '/account',
  signIn: '/sign-in',
  code: '/code',
  setUp: '/set-up',
  confirm: '/confirm',
  invitation: '/invitation',
} as const

export type AdminPage = keyof typeof adminPages

/** The address of a page of the admin area in a language, without the site's origin. */
export function adminPath(page: AdminPage, locale: Locale): string {
  return `/${locale}/admin${adminPages[page]}`
}

/** Where a form is sent that signs out. */
export const signOutPath = (locale: Locale): string => `/${locale}/admin/sign-out`

/** The address of the page of a release. */
export function releasePath(id: string, locale: Locale): string {
  return `${adminPath('release', locale)}/${id}`
}

/** Whether a text, from an address, has the form of a release's id. */
export function isReleaseId(text: string): boolean {
  return /^[a-z0-9]{8}$/.test(text)
}

/** What names the page of a release where it is to be come back to. */
export const releaseBack = (id: string): string => `release/${id}`

/**
 * The address of the page that a text names, to come back to it: `settings`, or `releaseBack` of an id. Never leads out of the
 * admin area: any other text is the dashboard.
 */
export function pathBack(named: string, locale: Locale): string {
  const id = named.slice(releaseBack('').length)
  if (isReleaseId(id) && named === releaseBack(id)) return releasePath(id, locale)
  return adminPath(Object.hasOwn(adminPages, named) ? (named as AdminPage) : 'dashboard', locale)
}
