import type { NextRequest } from 'next/server'
import { isFresh } from '@/lib/auth/session-limits'
import { appendAudit } from '@/lib/db/audit'
import { findRelease } from '@/lib/db/releases'
import { readSettings } from '@/lib/env'
import { bundleName } from '@/lib/export/release'
import { byteStream } from '@/lib/http/byte-stream'
import { setResponseSize } from '@/lib/http/response-size'
import { adminPath, releaseBack, releasePath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { readSecret } from '@/lib/keys/secrets'
import { deliverRelease } from '@/lib/release/deliver'
import { guardedRoute, notKept } from '../../../guarded-route'

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { ...notKept, Location: address } })

/** To ask what would be delivered delivers nothing, and is not answered. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { ...notKept, Allow: 'GET' } })
}

/**
 * The bundle of a release. Recorded before the first byte: whoever takes half of it has taken it. The second factor must have
 * been checked a short while ago. Where it may not be delivered, the release's page says why.
 */
export async function GET(
  { headers }: NextRequest,
  { params }: RouteContext<'/[locale]/admin/releases/[id]/download'>,
): Promise<Response> {
  const { locale: given, id } = await params
  // A browser that asks in advance, in case that somebody follows an address: nobody has.
  if (/prefetch|prerender/.test(headers.get('sec-purpose') ?? '')) {
    return new Response(null, { status: 204, headers: notKept })
  }
  return guardedRoute('releases/[id]/download', given, async ({ admin, session }, { database }) => {
    const locale = localeFrom(given)
    const now = new Date()
    if (!isFresh(session, now))
      return seeOther(`${adminPath('confirm', locale)}?back=${releaseBack(encodeURIComponent(id))}`)
    // Only an id that is stored names a file.
    const release = await findRelease(database, id)
    const settings = readSettings()
    const delivery = release && (await deliverRelease(database, settings, id, now))
    if (!release || !delivery) return seeOther(releasePath(encodeURIComponent(id), locale))

    const { stream, sizeBytes } = delivery
    try {
      const details = { kind: 'microdata' } as const
      const downloaded = { action: 'releaseDownloaded', subject: id, outcome: 'succeeded', details } as const
      await appendAudit(database, readSecret(settings, 'audit'), { ...downloaded, actor: admin.id }, now)
    } catch (error) {
      stream.destroy()
      throw error
    }
    setResponseSize(sizeBytes)
    const name = bundleName({ waveId: release.waveId, releaseId: id })
    return new Response(byteStream(stream), {
      headers: {
        ...notKept,
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${name}.zip"`,
      },
    })
  })
}
