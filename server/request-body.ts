import { IncomingMessage } from 'node:http'
import { cookieNames } from '@/lib/cookies'
import { adminPath } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { limits } from '@/lib/import/limits'
import type { Refusal } from './refusal'

type Body = Buffer<ArrayBuffer>

/** The largest request body that is read, in bytes: some ten times a questionnaire with every answer given. */
export const maxBodyBytes = 64 * 1024

/** How much of a refused body is still taken in, in bytes, so that the client gets to read the answer. */
const maxDrainedBytes = 4 * 1024 * 1024

/** The addresses to which files of figures are sent, in every language. */
const fileAddress = new RegExp(`^(?:${locales.map((locale) => adminPath('wave', locale)).join('|')})/`)

/** The largest body that is read of a request, in bytes: files are read of who has signed in, and nobody else's. */
function mostBytes({ url = '', headers }: IncomingMessage): number {
  const mayHaveFile = fileAddress.test(url) && (headers.cookie ?? '').includes(cookieNames.session)
  return mayHaveFile ? maxBodyBytes + limits.fileBytes : maxBodyBytes
}

/** Refuses a body that is too large, or that does not say how large it is. */
export function refusedForSize(request: IncomingMessage): Refusal | null {
  const { headers } = request
  if (headers['transfer-encoding'] !== undefined) return { status: 411, page: 'tooLarge' }
  const sizeBytes = Number(headers['content-length'] ?? 0)
  return sizeBytes > mostBytes(request) ? { status: 413, page: 'tooLarge' } : null
}

/** Takes in what is still to come of a body that nobody reads. */
export function drain(request: IncomingMessage): void {
  let drained = 0
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > maxDrainedBytes) request.destroy()
  })
}

/** Reads a body. null where no more of it comes for so long. Throws where the client goes away. */
export async function readBody(request: IncomingMessage, pauseMs: number): Promise<Body | null> {
  const chunks: Buffer[] = []
  return new Promise<Body | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), pauseMs)
    const gone = (cause?: Error) => {
      clearTimeout(timer)
      reject(new Error('the client went away', { cause }))
    }
    request.on('error', gone).on('close', gone)
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      timer.refresh()
    })
    request.on('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
  })
}

/** Whether the body of a form can be read. The framework would answer a broken one with an error of its own. */
export async function isReadableForm({ headers }: IncomingMessage, body: Body): Promise<boolean> {
  const contentType = headers['content-type'] ?? ''
  if (!/^multipart\/form-data/i.test(contentType)) return true
  try {
    await new Response(body, { headers: { 'Content-Type': contentType } }).formData()
    return true
  } catch {
    return false
  }
}

/** A request as if it came with this body, which has arrived. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  const again = new IncomingMessage(request.socket)
  // `complete`: a message that ends without it is taken for one that was cut off, and its connection is closed.
  Object.assign(again, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  })
  again.push(body)
  again.push(null)
  return again
}
