import type { NextRequest } from 'next/server'
import { auditLines } from '@/lib/audit/lines'
import { readAuditQuery } from '@/lib/audit/query'
import { dayOf } from '@/lib/clock/known-time'
import { countAudit, streamAudit } from '@/lib/db/read-audit'
import { lineStream } from '@/lib/http/line-stream'
import { kindOfError, log } from '@/lib/log'
import { guardedRoute, notKept } from '../../guarded-route'

async function* logged(lines: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* lines
  } catch (error) {
    log.error(kindOfError(error), 'a file of the audit log broke off')
    throw error
  }
}

/**
 * The entries that the page's filter lets through, as JSON Lines. Recorded before the first byte: an admin who takes half of it has
 * taken it, and what cannot be recorded is not given. The file ends with what was the newest entry before that.
 */
export async function GET(
  { nextUrl }: NextRequest,
  { params }: RouteContext<'/[locale]/admin/audit/download'>,
): Promise<Response> {
  const { locale } = await params
  return guardedRoute('audit/download', locale, async ({ admin }, { database, record }) => {
    const { filter } = readAuditQuery(Object.fromEntries(nextUrl.searchParams))
    const { entryCount, last } = await countAudit(database, filter)
    const downloaded = { action: 'auditDownloaded', subject: null, outcome: 'succeeded' } as const
    await record({ ...downloaded, actor: admin.id, details: { entryCount } })
    return new Response(lineStream(logged(auditLines(streamAudit(database, filter, last)))), {
      headers: {
        ...notKept,
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': `attachment; filename="miroir-audit-${dayOf(new Date())}.jsonl"`,
      },
    })
  })
}
