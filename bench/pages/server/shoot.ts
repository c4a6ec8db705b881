import autocannon from 'autocannon'
import { processorSeconds } from './process'

/** One request, asked again and again. */
export interface Shot {
  readonly target: string
  readonly method?: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
}

export interface Answered {
  /** How often all shots were answered in a second. */
  readonly perSecond: number
  /** The same for each second that the server's process had a processor: what else the machine does, changes little of it. */
  readonly perProcessorSecond: number
}

/** How long, or how often each shot is asked for. */
type Until = { readonly seconds: number } | { readonly answers: number }

/** Asks for one shot after the other on each of some connections. */
export async function shoot(
  { url, pid }: { readonly url: string; readonly pid: number },
  shots: readonly Shot[],
  connections: number,
  until: Until,
): Promise<Answered> {
  const before = processorSeconds(pid)
  const result = await autocannon({
    url,
    connections,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.answers * shots.length }),
    requests: shots.map(({ target, method = 'GET', headers, body }) => ({
      path: target,
      method,
      headers: { ...headers },
      ...(body !== undefined && { body }),
    })),
  })
  const { errors, requests, statusCodeStats = {} } = result
  const expected = new Set(shots.map(({ status }) => String(status)))
  const others = Object.keys(statusCodeStats).filter((status) => !expected.has(status))
  if (errors > 0 || others.length > 0) {
    throw new Error(`${shots[0]?.target} failed: ${errors} errors, status ${others.join(', ')}`)
  }
  const count = requests.total / shots.length
  return {
    perSecond: count / result.duration,
    perProcessorSecond: count / (processorSeconds(pid) - before),
  }
}
