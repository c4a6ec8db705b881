import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import path from 'node:path'
import fresh from 'fresh'
import { findBuiltAnswers } from './built-answers'
import { dataPolicy, pagePolicy } from './content-security-policy'
import { encodings, endings, negotiateEncoding, type Bodies, type Encoding } from './encodings'
import { servedFolder } from './precompress'
import { inlineScriptSources } from './prerendered-pages'

/** An answer whose bytes are there before it is asked for, the same for everybody. */
export interface ReadyAnswer {
  readonly bodies: Bodies
  /** What it carries, in the encoding that is sent, and without a body where the client has it. */
  readonly headers: ReadonlyMap<Encoding | 'notModified', OutgoingHttpHeaders>
}

/** Finds the answer at an address that has no query; null where there is none. */
export type FindReady = (address: string) => Promise<ReadyAnswer | null> | ReadyAnswer | null

/** Makes an answer of its bytes: their ETag, and for a page the policy that allows its own inline scripts, unless `own` has one. */
export function readyAnswer(bodies: Bodies, own: Readonly<Record<string, string>>): ReadyAnswer {
  const bytes = bodies.get('identity') ?? Buffer.alloc(0)
  const isPage = own['Content-Type']?.startsWith('text/html') ?? false
  const { 'Content-Type': type, ...lasting } = own
  const notModified = {
    'Content-Security-Policy': isPage ? pagePolicy(inlineScriptSources(bytes.toString())) : dataPolicy,
    ...lasting,
    // A weak one is that of each encoding.
    ETag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  }
  const headers = [...bodies].map(([encoding, body]): [Encoding, OutgoingHttpHeaders] => [
    encoding,
    {
      ...notModified,
      'Content-Type': type,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      'Content-Length': body.length,
    },
  ])
  return {
    bodies,
    headers: new Map<Encoding | 'notModified', OutgoingHttpHeaders>([
      ...headers,
      ['notModified', notModified],
    ]),
  }
}

/** Reads into memory what a build has made, in its folder. */
export function readReadyAnswers(build: string): ReadonlyMap<string, ReadyAnswer> {
  const folder = servedFolder(build)
  return new Map(
    findBuiltAnswers(build).map(({ address, file, headers }) => {
      const files: Readonly<Record<Encoding, string>> = {
        br: path.join(folder, address + endings.br),
        gzip: path.join(folder, address + endings.gzip),
        identity: file,
      }
      const bodies = encodings
        .filter((encoding) => existsSync(files[encoding]))
        .map((encoding) => [encoding, readFileSync(files[encoding])] as const)
      return [address, readyAnswer(new Map(bodies), headers)]
    }),
  )
}

/** With any of these a request is for more than the answer as it is: the framework knows what to do. */
const headersForTheFramework = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'next-action',
  'x-nextjs-data',
  'content-type',
  'content-length',
  'transfer-encoding',
  'range',
]

/**
 * Finds the ready answer to a request. null where there is none, or where the request is for another: what a page is made of, for
 * the framework's own scripts; a part of a file.
 */
export function findReadyAnswer(request: IncomingMessage, find: FindReady): ReturnType<FindReady> {
  const { method, url = '', headers } = request
  if (method !== 'GET' && method !== 'HEAD') return null
  if (headersForTheFramework.some((name) => headers[name] !== undefined)) return null
  const [address = '', query = ''] = url.split('?', 2)
  return query.includes('_rsc') ? null : find(address)
}

/** Sends a ready answer, or says that the client has it. */
export function sendReady(request: IncomingMessage, response: ServerResponse, answer: ReadyAnswer): void {
  const { bodies, headers } = answer
  const notModified = headers.get('notModified') ?? {}
  if (fresh(request.headers, { etag: String(notModified['ETag']) })) {
    response.writeHead(304, notModified).end()
    return
  }
  const encoding = negotiateEncoding(request, bodies)
  response.writeHead(200, headers.get(encoding)).end(bodies.get(encoding))
}
