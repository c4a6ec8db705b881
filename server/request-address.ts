import type { IncomingMessage } from 'node:http'
import { parseTarget, readablePath } from '@/lib/http/request-target'
import type { Believed } from '@/lib/http/site-address'
import { isLocale } from '@/lib/i18n/locales'
import { once } from '@/lib/once'
import type { Refusal } from './refusal'
import type { Offered } from './offered'

const badAddress: Refusal = { status: 400, page: 'badAddress' }

const reading = ['GET', 'HEAD']
const readingAndForms = [...reading, 'POST']

/**
 * Refuses a request that names two hosts, or none where it must (RFC 9112, section 3.2): which site it was for is a guess.
 * A trusted proxy may name none, since it has been asked for this site.
 */
export function refusedForHost(request: IncomingMessage, { claims, requested }: Believed): Refusal | null {
  const { rawHeaders, httpVersion } = request
  const hostLines = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hostLines.length > 1) return badAddress
  if (requested !== null || claims.isPassedOn) return null
  return httpVersion === '1.0' && hostLines.length === 0 ? null : badAddress
}

/** The methods that an address takes; null where there is nothing at it. */
function methodsOf(path: string, { handlers, files }: Offered): readonly string[] | null {
  // The framework leads from such addresses to the one that is meant.
  const meant = path.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')
  // One pattern instead of all: most addresses are those of pages.
  const any = once(
    handlers,
    'any address',
    () => new RegExp(handlers.map(({ address }) => address.source).join('|')),
  )
  const handler = any.test(meant) ? handlers.find(({ address }) => address.test(meant)) : undefined
  if (handler !== undefined) return handler.methods
  if (isLocale(meant.split('/')[1])) return readingAndForms
  // An encoded slash parts nothing.
  return !meant.includes('%2F') && files.has(decodeURIComponent(meant)) ? reading : null
}

function methodRefusal(method: string, methods: readonly string[]): Refusal | null {
  if (methods.includes(method)) return null
  const headers = { Allow: [...new Set([...methods, 'OPTIONS'])].join(', ') }
  if (method === 'OPTIONS') return { status: 204, text: null, headers }
  return { status: 405, text: `This address does not take the method ${method}.`, headers }
}

/**
 * Refuses an address that cannot be read, at which there is nothing, or that does not take the method: the framework would
 * answer with a bare error, or as if it had been asked for the page. What is not refused gets its address written in the
 * one way in which the framework knows it. `offered` is null where that changes with the files.
 */
export function refusedForAddress(request: IncomingMessage, offered: Offered | null): Refusal | null {
  const { url = '', method = '' } = request
  if (url === '*' && method === 'OPTIONS') return methodRefusal(method, readingAndForms)
  const target = parseTarget(url)
  const path = target === null ? null : readablePath(target.path)
  if (target === null || path === null) {
    return readingAndForms.includes(method) ? badAddress : methodRefusal(method, readingAndForms)
  }
  request.url = path + target.query
  if (offered === null) return null
  const methods = methodsOf(path, offered)
  return (
    methodRefusal(method, methods ?? readingAndForms) ??
    (methods === null ? { status: 404, page: 'notFound' } : null)
  )
}
