import { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal'

/** The largest request body that is read, in bytes: some ten times a questionnaire with every answer given. */
export const maxBodyBytes = 64 * 1024

/** How much of a refused body is still taken in, in bytes, so that the client gets to read the answer. */
const maxDrainedBytes = 4 * 1024 * 1024

/** Refuses a body that is too large, or that does not say how large it is. */
export function refusedForSize({ headers }: IncomingMessage): Refusal | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, page: 'tooLarge' }
  return Number(headers['content-length'] ?? 0) > maxBodyBytes ? { status: 413, page: 'tooLarge' } : null
}

/** Takes in what is still to come of a body that nobody reads. */
export function drain(request: IncomingMessage): void {
  let drained = 0
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length
    if (drained > maxDrainedBytes) request.destroy()
  })
}

/**
 * A form whose body has arrived and can be read: the request again, from its start. null when the form is broken, which
 * the framework would answer with an error of its own.
 */
export async function readableForm(request: IncomingMessage): Promise<IncomingMessage | null> {
  const contentType = request.headers['content-type'] ?? ''
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  try {
    await new Response(body, { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    return null
  }
  return withBody(request, body)
}

/** A request as if it came with another body. */
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
