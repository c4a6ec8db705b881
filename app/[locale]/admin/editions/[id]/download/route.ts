import type { NextRequest } from 'next/server'
import { isFresh } from '@/lib/auth/session-limits'
import { editions } from '@/lib/db/read-editions'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { deliverFile } from '@/lib/editions/deliver-file'
import { readSettings } from '@/lib/env'
import { bundleName } from '@/lib/export/edition-file'
import { byteStream } from '@/lib/http/byte-stream'
import { setResponseSize } from '@/lib/http/response-size'
import { adminPath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { guardedRoute, notKept } from '../../../guarded-route'

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { ...notKept, Location: address } })

/** To ask what would be delivered delivers nothing, and is not answered. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { ...notKept, Allow: 'GET' } })
}

/**
 * The file of the last edition. Recorded before the first byte: who takes half of it has taken it. The second factor must have
 * been checked a short while ago. Where it may not be delivered, the page of the editions says why.
 */
export async function GET(
  { headers }: NextRequest,
  { params }: RouteContext<'/[locale]/admin/editions/[id]/download'>,
): Promise<Response> {
  const { locale: given, id } = await params
  // A browser that asks in advance, in case that somebody follows an address: nobody has.
  if (/prefetch|prerender/.test(headers.get('sec-purpose') ?? '')) {
    return new Response(null, { status: 204, headers: notKept })
  }
  return guardedRoute('editions/[id]/download', given, async ({ admin, session }, { database, record }) => {
    const locale = localeFrom(given)
    const page = adminPath('editions', locale)
    if (!isFresh(session, new Date())) return seeOther(`${adminPath('confirm', locale)}?back=editions`)
    // Only an id that is stored names a file.
    const waveId = await readCurrentWaveId(database)
    const edition = (await editions.list(waveId)).find((each) => each.id === id)
    const delivery = edition && (await deliverFile(database, readSettings(), { ...edition, waveId }))
    if (!delivery) return seeOther(`${page}?refused=${encodeURIComponent(id)}`)

    const { stream, sizeBytes } = delivery
    try {
      const downloaded = { action: 'editionDownloaded', outcome: 'succeeded', details: {} } as const
      await record({ ...downloaded, actor: admin.id, subject: `${waveId}/${id}` })
    } catch (error) {
      stream.destroy()
      throw error
    }
    setResponseSize(sizeBytes)
    return new Response(byteStream(stream), {
      headers: {
        ...notKept,
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${bundleName({ waveId, editionId: id })}.zip"`,
      },
    })
  })
}
