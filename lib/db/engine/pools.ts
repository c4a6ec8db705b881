/** What is counted of a pool of connections. */
interface Pool {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

// As the clients, outside the module: the framework and the server around it load this apart.
const global = globalThis as typeof globalThis & { miroirPools?: Set<Pool> }
const pools = (global.miroirPools ??= new Set<Pool>())

/** Counts a pool from now on, until the function that is returned is called. */
export function countPool(pool: Pool): () => void {
  pools.add(pool)
  return () => {
    pools.delete(pool)
  }
}

/** How many connections this process has to PostgreSQL servers, how many of them do nothing, and how many requests wait for one. */
export function countConnections(): Readonly<Record<'open' | 'idle' | 'waiting', number>> {
  const all = [...pools]
  const sum = (count: (pool: Pool) => number) => all.reduce((total, pool) => total + count(pool), 0)
  return {
    open: sum(({ totalCount }) => totalCount),
    idle: sum(({ idleCount }) => idleCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  }
}
