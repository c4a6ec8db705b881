import { once } from 'node:events'
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a proxy makes of the headers that it was sent. It says its own port, as browsers know it. */
export type PassOn = (asked: IncomingMessage, port: number) => OutgoingHttpHeaders

export interface ReverseProxy {
  readonly port: number
  /** The headers of the forms that it was sent. */
  readonly posted: readonly IncomingHttpHeaders[]
  readonly close: () => Promise<void>
}

/** A small proxy in front of a site, which passes on what `passOn` makes of the headers, and nothing of its own. */
export async function startReverseProxy(siteUrl: string, passOn: PassOn): Promise<ReverseProxy> {
  const { port: sitePort } = new URL(siteUrl)
  const posted: IncomingHttpHeaders[] = []
  const server = createServer((asked, answer) => {
    if (asked.method === 'POST') posted.push(asked.headers)
    const { port } = server.address() as AddressInfo
    const { method, url: path } = asked
    const headers = passOn(asked, port)
    const sent = request({ host: '127.0.0.1', port: sitePort, method, path, headers, setHost: false })
    sent.on('response', (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    sent.on('error', () => answer.destroy())
    asked.pipe(sent)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    posted,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Headers as a proxy got them, with some set, and those taken away that are set to undefined. */
function changed(asked: IncomingMessage, changes: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries({ ...asked.headers, ...changes }).filter(([, content]) => content !== undefined),
  )
}

const withoutPort = (asked: IncomingMessage) => (asked.headers.host ?? '').replace(/:\d+$/, '')

/** What usual proxies do to the host. Behind the last ones the site cannot know how it is called. */
export const usualProxies = {
  'the host as it is': (asked) => changed(asked, {}),
  'the host without its port': (asked) => changed(asked, { host: withoutPort(asked) }),
  'another host, and the right X-Forwarded-Host': (asked) =>
    changed(asked, { host: '127.0.0.1:3000', 'x-forwarded-host': asked.headers.host }),
  'X-Forwarded-Host without its port': (asked) =>
    changed(asked, { host: 'miroir_backend', 'x-forwarded-host': withoutPort(asked) }),
  'X-Forwarded-Host without its port, and X-Forwarded-Port': (asked, port) =>
    changed(asked, {
      host: 'miroir_backend',
      'x-forwarded-host': withoutPort(asked),
      'x-forwarded-port': String(port),
    }),
  'the hosts of two proxies in a list': (asked) =>
    changed(asked, { host: 'inner:3000', 'x-forwarded-host': `${asked.headers.host}, outer.example` }),
  'a list that the client began': (asked) =>
    changed(asked, { host: 'inner:3000', 'x-forwarded-host': `a.example, ${asked.headers.host}` }),
  Forwarded: (asked) =>
    changed(asked, {
      host: 'inner:3000',
      forwarded: `for="_gazonk";proto=http;host="${asked.headers.host}"`,
    }),
} satisfies Record<string, PassOn>

/** Proxies that say nothing of how the site is called. */
export const silentProxies = {
  'no host': (asked) => changed(asked, { host: undefined }),
  'a host of its own': (asked) => changed(asked, { host: '127.0.0.1:3000' }),
} satisfies Record<string, PassOn>
