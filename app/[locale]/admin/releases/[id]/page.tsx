import { Release } from '@/components/admin/releases/release'
import { UnknownRelease } from '@/components/admin/releases/unknown-release'
import type { AdminRequest } from '@/lib/auth/admin-request'
import type { SignedIn } from '@/lib/auth/admin-state'
import { isFresh } from '@/lib/auth/session-limits'
import { setResponseStatus } from '@/lib/http/response-status'
import { isReleaseId } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { guarded } from '../../guarded'
import { cancelReleaseAction, requestReleaseAction } from '../../release-actions'
import { adminMetadata } from '../../titles'
import { loadRelease } from '../load-releases'

export const generateMetadata = async () => adminMetadata('release')

/** One release: how far it is, what it tells and how easily somebody could be found in it, and its file. */
export default async function ReleasePage({ params }: PageProps<'/[locale]/admin/releases/[id]'>) {
  const { locale: given, id } = await params
  const locale = localeFrom(given)
  const suffix = isReleaseId(id) ? `/${id}` : ''
  const show = async ({ session }: SignedIn, { database }: AdminRequest) => {
    const now = new Date()
    const release = await loadRelease(database, id, now)
    if (release === null) {
      setResponseStatus(404)
      return <UnknownRelease />
    }
    return (
      <Release
        release={release}
        isFresh={isFresh(session, now)}
        actions={{
          cancel: cancelReleaseAction.bind(null, id),
          request: requestReleaseAction.bind(null, locale),
        }}
      />
    )
  }
  return guarded('release', locale, show, suffix)
}
