// Node's own HTTP server, which answers each address with bytes that it was given: what a server can do at most.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import type { FixedAnswer } from './fixed-answers'

const [, , file = ''] = process.argv
const given = JSON.parse(readFileSync(file, 'utf8')) as readonly FixedAnswer[]
const answers = new Map(
  given.map(({ target, headers, body }) => [target, { headers, body: Buffer.from(body, 'base64') }]),
)

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '')
  response.writeHead(answer === undefined ? 404 : 200, answer?.headers).end(answer?.body)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
