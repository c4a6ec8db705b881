// node --import tsx tests/faults/flood.ts <requests>: asks for so many things at once, in a process of its own: a process that measures what
// others wait for meanwhile must not wait for this. Says the statuses with which it was answered, and `Retry-After` of a 503.
import { Agent, request } from 'node:http'

export interface Flood {
  readonly url: string
  readonly count: number
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const { url, count, method, headers, body } = JSON.parse(process.argv[2] ?? '') as Flood
const agent = new Agent({ maxSockets: Infinity })

async function ask(): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { method, agent, headers: all }, (response) => {
      response.resume().on('end', () => {
        resolve(`${response.statusCode} ${response.headers['retry-after'] ?? ''}`.trim())
      })
    })
    sent.on('error', reject).end(body)
  })
}

const answers = await Promise.all(Array.from({ length: count }, ask))
process.stdout.write(JSON.stringify([...new Set(answers)]))
