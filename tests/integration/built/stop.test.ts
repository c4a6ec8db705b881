import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { sendRaw, statusOf } from '../../support/raw-request'
import { startSite, type RunningSite } from '../../support/running-site'

async function site(): Promise<RunningSite> {
  const started = await startSite()
  onTestFinished(started.stop)
  // The daily work of the start has the database open.
  await expect.poll(started.output, { timeout: 60_000 }).toContain('the audit log ends here')
  return started
}

async function connection({ url }: RunningSite, bytes: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => undefined)
  socket.resume().write(bytes)
  return socket
}

const databaseFiles = ({ dataDir }: RunningSite) =>
  readdirSync(dataDir).filter((name) => name.startsWith('miroir.db'))

const head = (line: string, ...headers: string[]) => [line, 'Host: a', ...headers, '', ''].join('\r\n')

test.each([
  ['nothing', '', 'SIGTERM'],
  ['half a head', 'GET /fr HTTP/1.1\r\nHost: a', 'SIGHUP'],
] as const)(
  'a connection that sends %s keeps no site from ending, and one file is the data',
  async (_what, bytes, signal) => {
    const started = await site()
    const socket = await connection(started, bytes)
    // Closed with or without a word.
    const closed = new Promise((resolve) => socket.once('close', resolve))
    expect(await started.terminate(signal)).toBe(0)
    await closed
    expect(databaseFiles(started)).toEqual(['miroir.db'])
    const database = openDatabase(`file:${started.dataDir}/miroir.db`)
    expect(await database.run(async (client) => client.wave.count())).toBe(1)
    await database.close()
  },
)

test('a site that is told to end as it begins its daily work ends, and the next start does the work', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-stop-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const first = await startSite({ MIROIR_DATA_DIR: dataDir })
  expect(await first.terminate()).toBe(0)
  expect(databaseFiles(first)).toEqual(['miroir.db'])
  expect(first.output()).not.toMatch(/"level":(?:50|60)/)
  const second = await startSite({ MIROIR_DATA_DIR: dataDir })
  onTestFinished(second.stop)
  await expect.poll(second.output, { timeout: 60_000 }).toContain('the audit log ends here')
})

test('what is under way is answered first', async () => {
  const started = await site()
  const port = Number(new URL(started.url).port)
  const asked = sendRaw(port, head('GET /fr/retrait HTTP/1.1', 'Connection: close'))
  const half = connect(port, '127.0.0.1')
  const answered = once(half, 'data')
  half.write(
    head(
      'POST /api/withdrawal HTTP/1.1',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 6',
    ),
  )
  half.write('code=')
  await expect.poll(async () => statusOf(await asked)).toBe(200)
  const ended = started.terminate()
  half.write('x')
  const [bytes] = (await answered) as [Buffer]
  expect(statusOf(bytes.toString())).toBeLessThan(500)
  half.destroy()
  expect(await ended).toBe(0)
  expect(databaseFiles(started)).toEqual(['miroir.db'])
})

test('a second signal ends it at once', async () => {
  const started = await site()
  const socket = await connection(started, `${head('POST /fr HTTP/1.1', 'Content-Length: 5')}ab`)
  await expect.poll(async () => (await fetch(`${started.url}/livez`)).status).toBe(200)
  const first = started.terminate()
  const isClosed = async () =>
    fetch(`${started.url}/livez`).then(
      () => false,
      () => true,
    )
  await expect.poll(isClosed).toBe(true)
  // A terminal and npm may both send the first one: what comes within half a second is no second one.
  const signal = () => {
    try {
      return process.kill(started.pid, 'SIGTERM')
    } catch {
      return false
    }
  }
  await expect.poll(signal, { timeout: 5000 }).toBe(false)
  expect(await first).toBe(1)
  socket.destroy()
})
