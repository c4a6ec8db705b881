import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { environmentWith } from '@/lib/env'
import { askProxy } from './behind-proxy'
import { findProgram } from './programs'

/** Where a proxy is asked. */
interface Front {
  readonly port: number
  readonly isTls?: boolean
}

/** Runs a proxy until the test is over, and waits until it answers. */
async function run(command: string, parts: readonly string[], folder: string, front: Front): Promise<void> {
  const child = spawn(command, parts, {
    stdio: 'ignore',
    env: environmentWith({ HOME: folder, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '' }),
  })
  // Asked, and not killed: nginx ends its workers itself.
  onTestFinished(() => void child.kill('SIGTERM'))
  const status = async () =>
    askProxy({ ...front, path: '/fr' }).then(
      ({ statusCode }) => statusCode,
      () => 0,
    )
  await expect.poll(status, { timeout: 20_000 }).toBe(200)
}

/** Runs nginx with these servers, and with its own files in a new folder under `folder`. */
export async function runNginx(servers: string, folder: string, front: Front): Promise<void> {
  const own = mkdtempSync(path.join(folder, 'nginx-'))
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  )
  const config = `pid ${own}/pid; error_log ${own}/error.log; worker_processes 1; daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http { access_log off; ${places.join(' ')} ${servers} }`
  const file = path.join(own, 'nginx.conf')
  writeFileSync(file, config)
  await run(findProgram('nginx') ?? '', ['-p', own, '-c', file, '-e', `${own}/error.log`], own, front)
}

/** Runs Caddy with this Caddyfile. */
export async function runCaddy(caddyfile: string, folder: string, front: Front): Promise<void> {
  const own = mkdtempSync(path.join(folder, 'caddy-'))
  const file = path.join(own, 'Caddyfile')
  writeFileSync(file, caddyfile)
  await run(findProgram('Caddy') ?? '', ['run', '--config', file, '--adapter', 'caddyfile'], own, front)
}

/** Makes a key and a certificate that nobody trusts. */
export function makeCertificate(folder: string): { readonly key: string; readonly certificate: string } {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=miroir.example']
  spawnSync('openssl', ['req', '-x509', ...made, '-keyout', key, '-out', certificate])
  return { key, certificate }
}

/** An example of `deploy/` with other ports and paths, each of which has to be in it. */
export function exampleWith(file: string, others: Readonly<Record<string, string>>): string {
  let text = readFileSync(path.join('deploy', file), 'utf8')
  for (const [own, other] of Object.entries(others)) {
    if (!text.includes(own)) throw new Error(`deploy/${file} has no ${own}`)
    text = text.replaceAll(own, other)
  }
  return text
}
