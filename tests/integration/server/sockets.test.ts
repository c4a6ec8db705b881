import { existsSync, readdirSync } from 'node:fs'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendRaw, statusOf } from '../../support/raw-request'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
let port: number
beforeAll(async () => {
  site = await startSite()
  port = Number(new URL(site.url).port)
})
afterAll(async () => site.stop())

/** How many files and sockets the site has open; 0 where the system does not say. */
function openDescriptors(): number {
  const folder = `/proc/${site.pid}/fd`
  return existsSync(folder) ? readdirSync(folder).length : 0
}

const head = (line: string, ...headers: string[]) =>
  [line, `Host: 127.0.0.1:${port}`, ...headers, '', ''].join('\r\n')

const paths = [
  '/fr',
  '/fr/x/',
  '/_next/hmr',
  '/_next/static/x.js',
  '/nowhere',
  '/api/comparison/data',
  '//',
  '/%',
]

describe('another protocol is not spoken, and its request answered as any other', () => {
  test.each(['websocket', 'h2c', 'TLS/1.0', 'WebSocket, x', ''])('Upgrade: %s', async (protocol) => {
    const asked = paths.map(async (path) => {
      const headers = ['Connection: Upgrade, close', `Upgrade: ${protocol}`, 'Sec-WebSocket-Version: 13']
      return statusOf(await sendRaw(port, head(`GET ${path} HTTP/1.1`, ...headers)))
    })
    expect(await Promise.all(asked)).toEqual([200, 308, 404, 404, 404, 404, 308, 400])
  })

  test('500 at once take nothing that is not given back', async () => {
    const before = openDescriptors()
    const asked = Array.from({ length: 500 }, async () =>
      sendRaw(port, head('GET /fr/x/ HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket')),
    )
    const statuses = new Set((await Promise.all(asked)).map(statusOf))
    expect([...statuses]).toEqual([308])
    await expect.poll(openDescriptors).toBeLessThanOrEqual(before + 10)
  })
})

test.each([
  'CONNECT elsewhere.example:443 HTTP/1.1',
  'CONNECT /fr HTTP/1.1',
  'CONNECT 127.0.0.1:22 HTTP/1.1',
])('%s is refused and closed', async (line) => {
  expect(statusOf(await sendRaw(port, head(line)))).toBe(405)
})

// What nobody can answer is closed within seconds: the sockets are given back, whether or not the client goes away.
test('half requests and silence are closed, with an answer where there is somebody to read it', async () => {
  const before = openDescriptors()
  const halves = [
    ['', 408],
    ['G', 408],
    ['GET /fr HTTP/1.1\r\n', 408],
    ['GET /fr HTTP/1.1\r\nHost: 127.0.0.1', 408],
    ['GET /fr HTTP/1.1\r\nHost: 127.0.0.1\r\nX', 408],
    [head('POST /fr/questionnaire HTTP/1.1', 'Content-Length: 5'), 408],
    [`${head('POST /fr/questionnaire HTTP/1.1', 'Content-Length: 5')}abc`, 408],
    [
      `${head('POST /fr/questionnaire HTTP/1.1', 'Content-Type: multipart/form-data; boundary=x', 'Content-Length: 500')}--x\r\n`,
      408,
    ],
    [head('POST /api/comparison/erase HTTP/1.1', 'Content-Length: 5'), 408],
    [head('POST /fr HTTP/1.1', 'Content-Length: 5', 'Expect: 100-continue'), 100],
    [head('GET /fr HTTP/1.1', 'Content-Length: 5'), 200],
    [head('PUT /fr HTTP/1.1', 'Content-Length: 5'), 405],
    [`${head('POST /fr HTTP/1.1', 'Transfer-Encoding: chunked')}5\r\nab`, 411],
    [head('POST /fr HTTP/1.1', 'Content-Length: 999999'), 413],
  ] as const
  const answers = await Promise.all(
    halves.map(async ([bytes]) => [bytes, statusOf(await sendRaw(port, bytes))]),
  )
  expect(answers).toEqual(halves)
  await expect.poll(openDescriptors).toBeLessThanOrEqual(before + 10)
}, 60_000)

test('300 silent sockets are closed', async () => {
  const before = openDescriptors()
  const sockets: Socket[] = []
  for (let opened = 0; opened < 300; opened += 1) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined).resume()
    sockets.push(socket)
  }
  await Promise.all(sockets.map(async (socket) => once(socket, 'close')))
  await expect.poll(openDescriptors).toBeLessThanOrEqual(before + 10)
  expect((await fetch(`${site.url}/fr`)).status).toBe(200)
}, 60_000)

test.each([
  ['no HTTP at all', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', 400],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['an unknown method', 'FOO /fr HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['no path', 'GET fr HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['bytes that no address has', 'GET /fr/\xe9 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a header of 100 kB', `GET /fr HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
  [
    'a body of two lengths',
    'POST /fr HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
  ],
  ['a length that is none', 'POST /fr HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', 400],
  [
    'an expectation that nobody meets',
    'GET /fr HTTP/1.1\r\nHost: a\r\nExpect: x\r\nConnection: close\r\n\r\n',
    417,
  ],
])('%s is answered in words', async (_what, bytes, status) => {
  const answer = await sendRaw(port, bytes)
  expect(statusOf(answer)).toBe(status)
  expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/i)
  expect(answer).toMatch(/\r\nContent-Type: text\/plain[^]*\r\n\r\n[A-Z]/i)
})

test('requests that come at once are answered in their order, and a broken one after them is refused', async () => {
  const two = head('GET /fr/aide HTTP/1.1') + head('GET /en/help HTTP/1.1', 'Connection: close')
  const both = await sendRaw(port, two)
  expect(both.match(/HTTP\/1\.1 200 OK|<html lang="\w\w"/g)).toEqual([
    'HTTP/1.1 200 OK',
    '<html lang="fr"',
    'HTTP/1.1 200 OK',
    '<html lang="en"',
  ])
  expect(await sendRaw(port, `${head('GET /fr/aide HTTP/1.1')}FOO /fr HTTP/1.1\r\n\r\n`)).toMatch(
    /HTTP\/1\.1 400 /,
  )
})

test('a site that is to stop does not wait for a client that takes nothing', async () => {
  const other = await startSite()
  const socket = connect(Number(new URL(other.url).port), '127.0.0.1').on('error', () => undefined)
  socket.pause()
  const many = 'GET /fr/questionnaire HTTP/1.1\r\nHost: a.example\r\n\r\n'.repeat(500)
  await new Promise((resolve) => {
    socket.write(many, resolve)
  })
  await expect(other.stop()).resolves.toBeUndefined()
  socket.destroy()
}, 60_000)
