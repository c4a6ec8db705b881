import { currentRequest } from '@/lib/auth/current-request'
import { signOut } from '@/lib/auth/sign-in'
import { DatabaseError } from '@/lib/errors'
import { forgetPages } from '@/lib/http/exchange'
import { adminPath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { kindOfError, log } from '@/lib/log'
import { notKept } from '../guarded-route'

/**
 * Ends the session, or a sign-in that has not come to one, and leads to the page for signing in, which says where the database
 * does not answer. No server action: this address stays when the site is built anew, and its answer takes the page away.
 */
export async function POST(
  _: Request,
  { params }: RouteContext<'/[locale]/admin/sign-out'>,
): Promise<Response> {
  const { locale } = await params
  try {
    await signOut(await currentRequest())
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error(kindOfError(error), 'a session could not be ended')
  }
  forgetPages()
  return new Response(null, {
    status: 303,
    headers: { ...notKept, Location: adminPath('signIn', localeFrom(locale)) },
  })
}
