interface Client {
  query: (...given: unknown[]) => unknown
  readonly end: () => Promise<void>
}

/** What of a pool of connections is needed here. */
interface Pool {
  readonly on: (event: 'connect', made: (client: Client) => void) => unknown
}

/** How the driver says that it waits for an answer no longer. */
const unanswered = 'Query read timeout'

/**
 * Ends the connections of a pool that left a query unanswered for too long. The driver would use them again, with what the query began:
 * a transaction that nobody ends, whose rows another's COMMIT would store.
 */
export function endUnanswered(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    client.query = (...given) => {
      const result = query(...given)
      if (result instanceof Promise) {
        result.catch((error: unknown) => {
          if (error instanceof Error && error.message === unanswered) client.end().catch(() => undefined)
        })
      }
      return result
    }
  })
}
