import autocannon from 'autocannon'

/** One request, asked again and again. */
export interface Shot {
  readonly target: string
  readonly method?: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
}

/** Asks for one shot after the other on each of some connections, for so long. Gives how often all of them were answered in a second. */
export async function shoot(
  url: string,
  shots: readonly Shot[],
  connections: number,
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
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
  return requests.total / result.duration / shots.length
}
