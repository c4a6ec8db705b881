import { DatabaseError } from '@/lib/errors'
import type { PublishedLicence } from '@/lib/export/edition-file'
import { log } from '@/lib/log'
import { forEverySite, openAnswer } from '../../../open-answer'

export const contentTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const

/** Why there are no open data at an address. */
export const reasons = {
  'unknown-wave':
    'There is no wave of this name: its address has the year and month of a survey, such as 2025-12.',
  'unknown-edition': 'There is no edition of this name. The list of editions is one folder up.',
  'no-edition': 'There is no edition of this wave yet: too few people have taken part.',
  'unknown-item': 'There is no question of this name in the edition.',
} as const

export type NoOpenData = keyof typeof reasons

/** A file of open data. */
export interface OpenData {
  readonly name: string
  readonly ending: keyof typeof contentTypes
  readonly text: string
  readonly licence: PublishedLicence | null
  /** The address that stays with it, where another one was asked for. */
  readonly staysAt: string | null
}

function refuse(status: 404 | 503, error: string, message: string): Response {
  const headers = { ...forEverySite, 'Cache-Control': 'no-store' }
  return Response.json({ error, message }, { status, headers })
}

/** Answers with what `find` finds, 404 where that is nothing, 503 while the database fails. The ETag is made of what is in the file. */
export async function answerWithOpenData(
  request: Request,
  find: () => Promise<OpenData | NoOpenData>,
): Promise<Response> {
  try {
    const found = await find()
    if (typeof found === 'string') return refuse(404, found, reasons[found])
    const { name, ending, text, licence, staysAt } = found
    return openAnswer(request, text, {
      'Cache-Control': 'public, max-age=3600',
      ...(staysAt !== null && { 'Content-Location': staysAt }),
      // RFC 4946: a table has no place for it.
      ...(licence !== null && { Link: `<${licence.url}>; rel="license"` }),
      'Content-Type': contentTypes[ending],
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the open data cannot be read')
    return refuse(503, 'unavailable', 'The open data cannot be read now. Try again later.')
  }
}
