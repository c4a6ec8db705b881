import { request, type Agent } from 'node:http'

/**
 * Milliseconds from asking for a page, over a connection that is open already, to the first byte of its body; the rest is
 * read too. Throws where the page is not answered with 200, as for somebody who is not signed in.
 */
export async function firstByteMs(agent: Agent, address: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const asked = request(address, { agent, headers: { cookie } }, (reply) => {
      if (reply.statusCode !== 200) {
        reject(new Error(`${address} was answered with ${reply.statusCode}`))
        reply.resume()
        return
      }
      let first = Number.NaN
      reply.once('data', () => {
        first = performance.now() - start
      })
      reply.once('error', reject)
      reply.once('end', () => resolve(first))
    })
    asked.once('error', reject)
    asked.end()
  })
}
