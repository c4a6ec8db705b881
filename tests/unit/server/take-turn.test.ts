import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Handler } from '@/server/http-server'
import { serve } from '../../support/served'

const never = new Promise<never>(() => undefined)

/** As the framework: it waits until the client has it all, also for one that is gone. */
const handler: Handler = async (request, response) => {
  if (request.url === '/fr/hangs') return never
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(`<p>${'answered '.repeat(2000)}</p>`)
  return never
}

const ask = async (port: number, path: string) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  return [answer.status, (await answer.text()).slice(0, 11)]
}
const answered = [200, '<p>answered']

test('a turn ends with the answer, and not when the framework says so', async () => {
  const port = await serve(handler)
  const all = await Promise.all(Array.from({ length: 30 }, async () => ask(port, '/fr')))
  expect(all).toEqual(all.map(() => answered))
})

test('requests of a connection that closes give their turns back, those that wait on it too', async () => {
  const port = await serve(handler)
  for (let times = 0; times < 3; times += 1) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(`GET /fr/hangs HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`.repeat(8))
    // Another client of the same address waits until the connection is gone.
    const waiting = ask(port, '/fr')
    await expect.poll(async () => Promise.race([waiting, Promise.resolve('waits')])).toBe('waits')
    socket.destroy()
    expect(await waiting).toEqual(answered)
  }
})

test('a client that does not read what it asked for holds no turn', async () => {
  const port = await serve(handler)
  const slow = Array.from({ length: 6 }, () => connect(port, '127.0.0.1').pause())
  for (const socket of slow) socket.write(`GET /fr HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  expect(await ask(port, '/fr')).toEqual(answered)
  for (const socket of slow) socket.destroy()
})
