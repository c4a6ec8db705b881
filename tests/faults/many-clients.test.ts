import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { startSite } from '../support/running-site'
import { atEnd, residentMegabytes } from './scenes'

test('1,000 idle connections and clients that send a byte at a time keep nobody waiting, and memory comes back', async () => {
  const site = await startSite()
  atEnd(site.stop)
  const port = Number(new URL(site.url).port)
  const answered = async () => {
    const statuses = await Promise.all(
      ['/fr', '/fr/aide', '/fr/retrait'].map(async (path) => (await fetch(site.url + path)).status),
    )
    expect(statuses).toEqual([200, 200, 200])
  }
  await answered()
  const before = residentMegabytes(site)
  const sockets: Socket[] = []
  atEnd(() => sockets.forEach((socket) => socket.destroy()))
  const open = async () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined).resume()
    sockets.push(socket)
    await once(socket, 'connect')
    return socket
  }
  await Promise.all(Array.from({ length: 1000 }, open))
  const slow = await Promise.all(Array.from({ length: 50 }, open))
  const head = `POST /api/comparison?locale=fr HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 20\r\n\r\n`
  for (let place = 0; place < head.length; place += 1) {
    for (const socket of slow) if (!socket.destroyed) socket.write(head.charAt(place))
    if (place % 20 === 0) await answered()
  }
  await Promise.all(sockets.map(async (socket) => socket.destroyed || once(socket, 'close')))
  await answered()
  expect(residentMegabytes(site)).toBeLessThan(before + 150)
})
