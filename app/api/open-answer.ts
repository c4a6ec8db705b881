import { createHash } from 'node:crypto'

/** Scripts of any site may read what carries this, and no other answer of this one. */
export const forEverySite = { 'Access-Control-Allow-Origin': '*' } as const

const day = 24 * 60 * 60

/** What a script of another site may do with data: read them, and say which copy it has. */
export function answerToPreflight(): Response {
  const headers = {
    ...forEverySite,
    Allow: 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': String(day),
  }
  return new Response(null, { status: 204, headers })
}

/** Tells one content from another. */
export const etagOf = (content: string | Buffer): string =>
  `"${createHash('sha256').update(content).digest('base64url')}"`

/** Whether the copy that is asked about is the same (RFC 9110, section 13.1.2). */
export function isKept(request: Request, etag: string): boolean {
  const kept = (request.headers.get('if-none-match') ?? '').split(',').map((each) => each.trim())
  return kept.includes('*') || kept.some((each) => each.replace(/^W\//, '') === etag)
}

/** Data that anybody may read: with an ETag, and without a body where the client has the same. */
export function openAnswer(
  request: Request,
  content: string | Buffer<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = etagOf(content)
  const { 'Content-Type': type = '', 'Content-Disposition': disposition, ...lasting } = headers
  const always = { ...forEverySite, ETag: etag, ...lasting }
  if (isKept(request, etag)) return new Response(null, { status: 304, headers: always })
  const ofBody = { 'Content-Type': type, ...(disposition && { 'Content-Disposition': disposition }) }
  return new Response(content, { headers: { ...always, ...ofBody } })
}
