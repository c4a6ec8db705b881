import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AdminShell } from '@/components/admin/admin-shell'
import { AdminNotice } from '@/components/admin/admin-notice'
import { Forgetting } from '@/components/layout/forgetting'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { readAdminState, requireRole, type AdminState, type SignedIn } from '@/lib/auth/admin-state'
import { currentRequest } from '@/lib/auth/current-request'
import { leastRole } from '@/lib/auth/roles'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { adminPages, adminPath, menuOf, type AdminPage, type GuardedPage } from '@/lib/i18n/admin-pages'
import { localeFrom, type Locale } from '@/lib/i18n/locales'
import { log } from '@/lib/log'
import { nextPage } from './rules'
import { SignOut } from './sign-out'

/** The frame around a page, with the parts of the area that a role may enter. */
export async function framed(
  page: AdminPage,
  locale: Locale,
  found: AdminState | null,
  content: ReactNode,
  suffix = '',
) {
  const role = found?.state === 'signedIn' ? found.admin.role : null
  return (
    <AdminShell
      page={page}
      suffix={suffix}
      pages={role === null ? [] : menuOf(role)}
      signOut={
        found !== null &&
        found.state !== 'signedOut' && (
          <>
            <Forgetting shows="admin" />
            <SignOut locale={locale} />
          </>
        )
      }
    >
      {content}
    </AdminShell>
  )
}

/** What was read of the database; null, with the status that says so, where it does not answer. The page is `Unavailable` then. */
export async function readOrNull<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'a page of the admin area cannot be read')
    setResponseStatus(503)
    return null
  }
}

/** How far the visitor is on the way in; null where the database does not answer. */
export const stateOrNull = async (request: AdminRequest): Promise<AdminState | null> =>
  readOrNull(async () => readAdminState(request))

export async function Unavailable() {
  const t = await getTranslations('admin')
  return <AdminNotice title={t('unavailableTitle')}>{t('unavailable')}</AdminNotice>
}

/**
 * A page that needs a role: shows it to admins of that role, and leads everyone else to where they have to go first. `search` is
 * what the other language's address has after the page's.
 */
export async function guarded(
  page: GuardedPage,
  given: string,
  show: (entered: SignedIn, request: AdminRequest) => Promise<ReactNode>,
  search = '',
) {
  const locale = localeFrom(given)
  const request = await currentRequest()
  const found = await stateOrNull(request)
  if (found === null) return framed(page, locale, null, <Unavailable />)
  const permitted = requireRole(found, leastRole[adminPages[page].needs])
  if (permitted.ok) {
    const shown = await readOrNull(async () => show(permitted, request))
    return framed(page, locale, found, shown ?? <Unavailable />, search)
  }
  if (permitted.reason !== 'forbidden') redirect(adminPath(nextPage[permitted.reason], locale))
  setResponseStatus(403)
  const t = await getTranslations('admin')
  return framed(page, locale, found, <AdminNotice title={t('forbiddenTitle')}>{t('forbidden')}</AdminNotice>)
}

/** A page on the way in: leads visitors who belong elsewhere to where they have to go. */
export async function onTheWay(
  page: 'signIn' | 'code' | 'recoveryCodes',
  given: string,
  expected: AdminState['state'],
  show: (request: AdminRequest) => Promise<ReactNode>,
) {
  const locale = localeFrom(given)
  const request = await currentRequest()
  const found = await stateOrNull(request)
  if (found === null) return framed(page, locale, null, <Unavailable />)
  if (found.state === expected) {
    const shown = await readOrNull(async () => show(request))
    return framed(page, locale, found, shown ?? <Unavailable />)
  }
  redirect(adminPath(found.state === 'signedIn' ? 'dashboard' : nextPage[found.state], locale))
}
