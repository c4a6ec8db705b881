import type { Locale } from './locales'

/** The pages of the admin area, and their places under its address, which are the same in every language. */
export const adminPages = {
  dashboard: '',
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
