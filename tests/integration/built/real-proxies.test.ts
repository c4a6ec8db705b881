import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { environmentWith } from '@/lib/env'
import { freePort } from '../../support/free-port'
import { findProgram } from '../../support/programs'
import { startSite, type RunningSite } from '../../support/running-site'

const nginx = findProgram('nginx')
const caddy = findProgram('Caddy')

let site: RunningSite
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-proxies-'))
  const key = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=miroir.test']
  spawnSync('openssl', [
    ...key,
    '-keyout',
    path.join(folder, 'key.pem'),
    '-out',
    path.join(folder, 'cert.pem'),
  ])
  site = await startSite()
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

interface Asked {
  readonly port: number
  readonly isTls?: boolean
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks as a browser does that knows the site as miroir.test. */
async function ask({
  port,
  isTls = false,
  path: target,
  headers = {},
  body,
}: Asked): Promise<IncomingMessage> {
  const method = body === undefined ? 'GET' : 'POST'
  const options = {
    host: '127.0.0.1',
    port,
    path: target,
    method,
    agent: false,
    headers: { Host: `miroir.test:${port}`, ...headers },
  }
  const sent = isTls ? httpsRequest({ ...options, rejectUnauthorized: false }) : httpRequest(options)
  return new Promise((resolve, reject) => {
    sent
      .on('response', (answer) => resolve(answer.resume()))
      .on('error', reject)
      .end(body)
  })
}

/** Runs a proxy until the test is over, and waits until it answers. */
async function run(command: string, parts: readonly string[], port: number, isTls: boolean): Promise<void> {
  const child = spawn(command, parts, { stdio: 'ignore', env: environmentWith({ HOME: folder }) })
  // Asked, and not killed: nginx ends its workers itself.
  onTestFinished(() => void child.kill('SIGTERM'))
  await expect
    .poll(
      async () =>
        ask({ port, isTls, path: '/fr' }).then(
          ({ statusCode }) => statusCode,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200)
}

async function runNginx(servers: string, port: number, isTls = false): Promise<void> {
  const own = mkdtempSync(path.join(folder, 'nginx-'))
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  )
  const config = `pid ${own}/pid; error_log ${own}/error.log; worker_processes 1; daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http { access_log off; ${places.join(' ')} ${servers} }`
  writeFileSync(path.join(own, 'nginx.conf'), config)
  await run(
    nginx ?? '',
    ['-p', own, '-c', path.join(own, 'nginx.conf'), '-e', `${own}/error.log`],
    port,
    isTls,
  )
}

const done = [303, '/fr/resultats', 200, 403]

/** What comes of comparing, of the results, and of a form of another site. */
async function journey(port: number, isTls = false): Promise<typeof done> {
  const origin = `${isTls ? 'https' : 'http'}://miroir.test:${port}`
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const post = async (headers: Record<string, string>) =>
    ask({
      port,
      isTls,
      path: '/api/comparison?locale=fr',
      headers: { ...form, ...headers },
      body: 'ageBand=under35',
    })
  const compared = await post({ Origin: origin, 'Sec-Fetch-Site': 'same-origin' })
  const [led = ''] = (compared.headers.location ?? '').split('?', 1)
  const [cookie = ''] = compared.headers['set-cookie'] ?? []
  const headers = { Cookie: cookie.split(';', 1)[0] ?? '' }
  const results = await ask({ port, isTls, path: '/fr/resultats', headers })
  const other = await post({ Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' })
  return [compared.statusCode ?? 0, led, results.statusCode ?? 0, other.statusCode ?? 0]
}

const passing = (more: string) =>
  `location / { proxy_pass ${site.url.replace('localhost', '127.0.0.1')}; ${more} }`

describe.skipIf(nginx === null)('behind nginx', () => {
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
    await runNginx(`server { listen 127.0.0.1:${port}; ${passing(more)} }`, port)
    expect(await journey(port)).toEqual(done)
  })

  test('with TLS that ends there, cookies are for TLS only', async () => {
    const port = await freePort()
    const more = 'proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme;'
    const tls = `ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;`
    await runNginx(`server { listen 127.0.0.1:${port} ssl; ${tls} ${passing(more)} }`, port, true)
    expect(await journey(port, true)).toEqual(done)
    const body = 'ageBand=under35'
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: `https://miroir.test:${port}`,
    }
    const compared = await ask({ port, isTls: true, path: '/api/comparison?locale=fr', headers, body })
    expect(compared.headers['set-cookie']?.[0]).toMatch(/; Secure/)
  })

  test('two of them, one before the other', async () => {
    const [outer, inner] = [await freePort(), await freePort()]
    const own =
      'proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;'
    const first = `server { listen 127.0.0.1:${outer}; location / { proxy_pass http://127.0.0.1:${inner}; ${own} proxy_set_header X-Forwarded-Proto $scheme; } }`
    await runNginx(`${first} server { listen 127.0.0.1:${inner}; ${passing(own)} }`, outer)
    expect(await journey(outer)).toEqual(done)
  })
})

test.skipIf(caddy === null)('behind Caddy as it comes', async () => {
  const port = await freePort()
  const file = path.join(folder, 'Caddyfile')
  writeFileSync(
    file,
    `{\n\tadmin off\n\tauto_https off\n}\n:${port} {\n\treverse_proxy 127.0.0.1:${new URL(site.url).port}\n}\n`,
  )
  await run(caddy ?? '', ['run', '--config', file, '--adapter', 'caddyfile'], port, false)
  expect(await journey(port)).toEqual(done)
})
