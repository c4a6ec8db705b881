import type { IncomingMessage } from 'node:http'
import { apiBase } from '@/lib/api/operations'
import { problem, problemType, type ProblemName } from '@/lib/api/problems'
import type { Refusal } from './refusal'

/** Whether a program asks, which reads no page. */
export const isForProgram = ({ url = '' }: IncomingMessage): boolean =>
  url === apiBase || url.startsWith(`${apiBase}/`) || url.startsWith(`${apiBase}?`)

const names: Readonly<Record<number, { readonly name: ProblemName; readonly detail: string }>> = {
  400: { name: 'bad-request', detail: 'The request cannot be read.' },
  403: { name: 'foreign-site', detail: 'A page of another site may read data, and send none.' },
  404: {
    name: 'unknown-address',
    detail: 'There is nothing at this address. /api/v1/openapi.json lists what there is.',
  },
  405: { name: 'method-not-allowed', detail: 'Allow names the methods that this address takes.' },
  408: { name: 'slow-request', detail: 'The rest of the request did not arrive.' },
  411: { name: 'length-required', detail: 'Send the body with its length.' },
  413: { name: 'too-large', detail: 'A body has 64 KiB at most.' },
  503: { name: 'unavailable', detail: 'There is too much to do now. Try again soon.' },
}

/** A refusal as problem details. */
export function problemOf(
  status: number,
  origin: string,
  headers: Refusal['headers'] = {},
): Exclude<Refusal, { readonly page: unknown }> {
  const { name, detail } = names[status] ?? { name: 'bad-request', detail: 'The request was refused.' }
  return {
    status,
    text: JSON.stringify(problem(origin, name, detail)),
    headers: {
      ...headers,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
      'Content-Type': problemType,
    },
  }
}

/** What a program is told in place of a page or a sentence. */
export function problemInstead(request: IncomingMessage, refusal: Refusal, origin: string): Refusal {
  if (!isForProgram(request) || refusal.status < 400) return refusal
  return problemOf(refusal.status, origin, refusal.headers)
}
