import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askProxy, walk } from '../../support/behind-proxy'
import { freePort } from '../../support/free-port'
import { findProgram } from '../../support/programs'
import { exampleWith, makeCertificate, runCaddy, runNginx } from '../../support/run-proxy'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
let folder: string
let inside: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-proxies-'))
  site = await startSite()
  inside = `127.0.0.1:${new URL(site.url).port}`
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

const done = { statuses: [303, 200, 403], ledTo: '/fr/resultats', isSecure: false }
const doneByTls = { ...done, isSecure: true }

/** What both examples do beside passing on: to lead to TLS, and to keep to this machine what is for those who watch it. */
async function expectClosed(plain: number, port: number): Promise<void> {
  const led = await askProxy({ port: plain, path: '/fr?a=1', headers: { Host: 'miroir.example' } })
  expect([Math.floor((led.statusCode ?? 0) / 100), led.headers.location]).toEqual([
    3,
    'https://miroir.example/fr?a=1',
  ])
  for (const watched of ['/livez', '/readyz', '/metrics']) {
    const { statusCode } = await askProxy({ port, isTls: true, path: watched })
    expect([403, 404]).toContain(statusCode)
  }
  expect((await fetch(`http://${inside}/readyz`)).status).toBe(200)
}

/** What a server speaks with a browser that knows HTTP/2. */
const spoken = async (port: number) =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, servername: 'miroir.example', rejectUnauthorized: false }
    const socket = connect({ ...options, ALPNProtocols: ['h2', 'http/1.1'] }, () => {
      resolve(socket.alpnProtocol)
      socket.destroy()
    }).on('error', reject)
  })

const passing = (more: string) => `location / { proxy_pass http://${inside}; ${more} }`

describe.skipIf(findProgram('nginx') === null)('behind nginx', () => {
  test('as deploy/nginx.conf has it', async () => {
    const [plain, port] = [await freePort(), await freePort()]
    const { key, certificate } = makeCertificate(folder)
    const example = exampleWith('nginx.conf', {
      'listen 80;': `listen 127.0.0.1:${plain};`,
      'listen [::]:80;': '',
      'listen 443 ': `listen 127.0.0.1:${port} `,
      'listen [::]:443 ssl http2;': '',
      '/etc/letsencrypt/live/miroir.example/fullchain.pem': certificate,
      '/etc/letsencrypt/live/miroir.example/privkey.pem': key,
      '/var/log/nginx/miroir-error.log': path.join(folder, 'nginx-error.log'),
      '127.0.0.1:3000': inside,
    })
    await runNginx(example, folder, { port, isTls: true })
    expect(await walk(port, true)).toEqual(doneByTls)
    expect(await spoken(port)).toBe('h2')
    await expectClosed(plain, port)
  })

  test.each([
    ['as `proxy_pass` alone', ''],
    ['with `Host`', 'proxy_set_header Host $host;'],
    ['with `Host` and port', 'proxy_set_header Host $http_host;'],
    [
      'as the README says',
      'proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-For $remote_addr;',
    ],
  ])('%s', async (_what, more) => {
    const port = await freePort()
    await runNginx(`server { listen 127.0.0.1:${port}; ${passing(more)} }`, folder, { port })
    expect(await walk(port)).toEqual(done)
  })

  test('two of them, one before the other', async () => {
    const [port, inner] = [await freePort(), await freePort()]
    const own =
      'proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;'
    const first = `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${inner}; ${own} proxy_set_header X-Forwarded-Proto $scheme; } }`
    await runNginx(`${first} server { listen 127.0.0.1:${inner}; ${passing(own)} }`, folder, { port })
    expect(await walk(port)).toEqual(done)
  })
})

describe.skipIf(findProgram('Caddy') === null)('behind Caddy', () => {
  test('as deploy/Caddyfile has it', async () => {
    const [plain, port] = [await freePort(), await freePort()]
    // Its own certificates instead of those of an authority, and other ports than a web server's.
    const own = `admin off\n local_certs\n skip_install_trust\n default_bind 127.0.0.1\n http_port ${plain}\n https_port ${port}\n`
    const example = exampleWith('Caddyfile', { '127.0.0.1:3000': inside })
    await runCaddy(`{\n ${own}}\n${example}`, folder, { port, isTls: true })
    expect(await walk(port, true)).toEqual(doneByTls)
    expect(await spoken(port)).toBe('h2')
    await expectClosed(plain, port)
  })

  test('as it comes, without TLS', async () => {
    const port = await freePort()
    const caddyfile = `{\n admin off\n auto_https off\n}\n:${port} {\n reverse_proxy ${inside}\n}\n`
    await runCaddy(caddyfile, folder, { port })
    expect(await walk(port)).toEqual(done)
  })
})
