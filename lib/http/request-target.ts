import { parseHost, type Host } from './host'

/** What a request asks for (RFC 9112, section 3.2). */
export interface RequestTarget {
  /** The host of an absolute address, as a client writes it that takes the site for a proxy; null where none is named. */
  readonly authority: Host | null
  /** The path, which begins with a slash. */
  readonly path: string
  /** Empty, or what follows the path, with its question mark. */
  readonly query: string
}

/** Reads the target of a request: a path, or a whole address over http or https. null for all else. */
export function parseTarget(target: string): RequestTarget | null {
  const [address = ''] = target.split('#', 1)
  const [, host, rest = address] = /^https?:\/\/([^/?]*)(.*)$/i.exec(address) ?? []
  const authority = host === undefined ? null : parseHost(host)
  if (host !== undefined && authority === null) return null
  const [path = ''] = rest.split('?', 1)
  if (host === undefined && !path.startsWith('/')) return null
  return { authority, path: path === '' ? '/' : path, query: rest.slice(path.length) }
}

/** What means the same with and without its percent sign (RFC 3986, section 2.3). */
const unreserved = /[\w.~-]/

/** A path that is written in that way already, as nearly all are: finding that out is quicker than writing it anew. */
const isPlain = /^(?:\/[\w~-][\w.~-]*)+$/

/**
 * A path in its one way to be written (RFC 3986, section 6.2.2): nothing behind a percent sign that needs none, no dots that
 * lead up. null where it cannot be decoded, or holds control characters.
 */
export function readablePath(path: string): string | null {
  if (isPlain.test(path)) return path
  if (!/^\/[\x21-\x7e]*$/.test(path)) return null
  try {
    if (/\p{Cc}/u.test(decodeURIComponent(path))) return null
  } catch {
    return null
  }
  const plain = path.replaceAll(/%([\da-f]{2})/gi, (sign, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16))
    return unreserved.test(character) ? character : sign.toUpperCase()
  })
  return new URL(`http://site${plain}`).pathname
}
