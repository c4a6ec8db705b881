import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import path from 'node:path'

/** An answer as it goes over the wire. */
export interface FixedAnswer {
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  /** In base64. */
  readonly body: string
}

const setByNode = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding'])

/** Takes an answer of the site as it is, headers, compression and all. */
export async function takeAnswer(
  url: string,
  target: string,
  headers: Readonly<Record<string, string>>,
): Promise<FixedAnswer> {
  const sent = httpRequest(url + target, { headers }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const body = Buffer.concat((await response.toArray()) as Buffer[])
  if (response.statusCode !== 200) throw new Error(`${target} answers ${response.statusCode}`)
  const own = Object.entries(response.headers).filter(([name]) => !setByNode.has(name))
  const all = Object.fromEntries(own.map(([name, content]) => [name, String(content)]))
  return { target, headers: { ...all, 'content-length': String(body.length) }, body: body.toString('base64') }
}

export interface FixedServer {
  readonly url: string
  readonly pid: number
  readonly stop: () => void
}

/** Serves answers from a process of its own, `folder` being where they can be written down. */
export async function serveFixed(answers: readonly FixedAnswer[], folder: string): Promise<FixedServer> {
  const file = path.join(folder, 'fixed-answers.json')
  writeFileSync(file, JSON.stringify(answers))
  const child = fork(path.join(import.meta.dirname, 'fixed-server.ts'), [file], {
    execArgv: ['--import', 'tsx'],
  })
  const [port] = (await once(child, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill() }
}
