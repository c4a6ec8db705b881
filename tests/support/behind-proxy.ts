import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** How browsers know the site in the examples of `deploy/`. */
const name = 'miroir.example'

interface Asked {
  readonly port: number
  readonly isTls?: boolean
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks a proxy as a browser does. Who signed its certificate does not matter. */
export async function askProxy({
  port,
  isTls = false,
  path,
  headers = {},
  body,
}: Asked): Promise<IncomingMessage> {
  const method = body === undefined ? 'GET' : 'POST'
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: { Host: `${name}:${port}`, ...headers },
  }
  const sent = isTls
    ? httpsRequest({ ...options, servername: name, rejectUnauthorized: false })
    : httpRequest(options)
  return new Promise((resolve, reject) => {
    sent
      .on('response', (answer) => resolve(answer.resume()))
      .on('error', reject)
      .end(body)
  })
}

/** Sends the form with one answer, from a page of `origin`. */
async function compare(port: number, isTls: boolean, origin: string, site: string): Promise<IncomingMessage> {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Origin: origin,
    'Sec-Fetch-Site': site,
  }
  return askProxy({ port, isTls, path: '/api/comparison?locale=fr', headers, body: 'ageBand=under35' })
}

/** What comes of a journey. */
interface Walked {
  /** The statuses of comparing, of the results, and of the same form on another site. */
  readonly statuses: readonly (number | undefined)[]
  readonly ledTo: string
  /** Whether the cookie goes over TLS only. */
  readonly isSecure: boolean
}

/** Compares, looks at the results, and sends the form from another site. */
export async function walk(port: number, isTls = false): Promise<Walked> {
  const origin = `${isTls ? 'https' : 'http'}://${name}:${port}`
  const compared = await compare(port, isTls, origin, 'same-origin')
  const [ledTo = ''] = (compared.headers.location ?? '').split('?', 1)
  const [cookie = ''] = compared.headers['set-cookie'] ?? []
  const headers = { Cookie: cookie.split(';', 1)[0] ?? '' }
  const results = await askProxy({ port, isTls, path: '/fr/resultats', headers })
  const other = await compare(port, isTls, 'https://elsewhere.example', 'cross-site')
  const statuses = [compared.statusCode, results.statusCode, other.statusCode]
  return { statuses, ledTo, isSecure: /; Secure/.test(cookie) }
}
