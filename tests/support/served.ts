import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createHttpServer, type Built, type Handler, type ServerSettings } from '@/server/http-server'
import type { Offered } from '@/server/offered'
import type { Patience } from '@/server/sockets'

const offered: Offered = {
  files: new Set(['/_next/static/x.js', '/_next/static/[y].js']),
  handlers: [
    { address: /^\/$/, methods: ['GET', 'HEAD'] },
    { address: /^\/icon\.svg$/, methods: ['GET', 'HEAD'] },
    { address: /^\/api\/comparison\/data$/, methods: ['GET', 'HEAD'] },
    { address: /^\/api\/comparison\/exit$/, methods: ['POST'] },
  ],
}

/** Serves what a handler answers in place of the framework, until the test is over. Gives the port. */
export async function serve(
  handler: Handler,
  settings: Partial<ServerSettings> = {},
  patience?: Patience,
  built: Partial<Built> = {},
): Promise<number> {
  const allSettings = { publicUrl: undefined, trustedProxies: ['loopback'], ...settings }
  const allBuilt = { prerendered: new Map(), offered, findReady: () => null, isThere: () => true, ...built }
  const server = createHttpServer(handler, allBuilt, allSettings, patience).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

/** Answers with the method, the address and the body that it was asked with. */
export const echo: Handler = async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`)
}
