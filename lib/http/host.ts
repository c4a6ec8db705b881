export type Scheme = 'http' | 'https'

/** A host as a header names it: in lower case, an IPv6 address in brackets. `port` is null where none is named. */
export interface Host {
  readonly name: string
  readonly port: number | null
}

export const defaultPorts: Readonly<Record<Scheme, number>> = { http: 80, https: 443 }

const form = /^(\[[\da-f:.]+\]|[a-z\d_](?:[a-z\d_.-]*[a-z\d_-])?\.?)(?::(\d{0,5}))?$/i

/**
 * Reads a host: a name, an IPv4 address or an IPv6 address in brackets, with or without a port. null for all else, and for
 * what a browser would read as another host than the one that is written, such as `127.1`.
 */
export function parseHost(text: string): Host | null {
  if (last?.text !== text) last = { text, host: readHost(text) }
  return last.host
}

/** The host that was read last: nearly all requests name the same one. */
let last: { readonly text: string; readonly host: Host | null } | null = null

function readHost(text: string): Host | null {
  const [, written, portText = ''] = form.exec(text) ?? []
  if (written === undefined || written.length > 254 || written.includes('..')) return null
  if (!URL.canParse(`http://${written}`)) return null
  const name = new URL(`http://${written}`).hostname
  if (!written.startsWith('[') && name !== written.toLowerCase()) return null
  if (portText === '') return { name, port: null }
  const port = parsePort(portText)
  return port === null ? null : { name, port }
}

/** Reads a port from 1 to 65535. null for all else. */
export function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}

/** A host as a browser writes it in an address: without the port that the scheme implies. */
export function hostText({ name, port }: Host, scheme: Scheme): string {
  return port === null || port === defaultPorts[scheme] ? name : `${name}:${port}`
}

/** Reads `http` or `https`, in small or capital letters. null for all else. */
export function parseScheme(text: string): Scheme | null {
  const scheme = text.toLowerCase()
  return scheme === 'http' || scheme === 'https' ? scheme : null
}
