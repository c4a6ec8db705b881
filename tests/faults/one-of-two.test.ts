import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { sharedSecrets } from '../support/contributor'
import { startPostgresql } from '../support/postgresql-server'
import { startSite } from '../support/running-site'
import {
  atEnd,
  contributeAll,
  contributors,
  fastSettings,
  openToContributions,
  receiptsOf,
  storedReceipts,
} from './scenes'

/** A proxy that divides the work between sites, and asks the next one where one does not answer at all. */
async function divide(urls: readonly string[]): Promise<string> {
  const ports = urls.map((url) => Number(new URL(url).port))
  let turn = 0
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      const body = Buffer.concat(chunks)
      turn += 1
      const tryAt = (place: number, left: number) => {
        const { method, url: path, headers } = asked
        const sent = request({
          host: '127.0.0.1',
          port: ports[place % ports.length],
          method,
          path,
          headers,
          agent: false,
        })
        sent.on('response', (got) => {
          answer.writeHead(got.statusCode ?? 502, got.headers)
          got.pipe(answer)
          got.on('error', () => answer.destroy())
        })
        sent.on('error', (error: NodeJS.ErrnoException) => {
          // Only what certainly did not arrive is sent again by itself: the client decides about the rest.
          if (error.code === 'ECONNREFUSED' && left > 0) tryAt(place + 1, left - 1)
          else answer.destroy()
        })
        sent.end(body)
      }
      tryAt(turn, ports.length - 1)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  atEnd(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

test('kill -9 of one of two during 2,000 contributions, with clients that try again, loses and doubles none', async () => {
  const server = await startPostgresql()
  atEnd(server.stop)
  const start = async () => {
    const site = await startSite({ ...sharedSecrets, ...fastSettings, DATABASE_URL: server.url })
    atEnd(site.stop)
    return site
  }
  const [first, second] = [await start(), await start()]
  await openToContributions(server.url)
  const proxy = await divide([first.url, second.url])
  const people = await contributors(2000)
  await contributeAll(
    people,
    () => proxy,
    (count) => count === 500 && first.kill(),
  )
  expect(await storedReceipts(server.url)).toEqual(receiptsOf(people))
})
