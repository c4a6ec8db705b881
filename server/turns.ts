/** How many requests are worked on at the same time, and how many may wait for it. */
export interface TurnLimits {
  readonly atWork: number
  readonly atWorkOfEach: number
  readonly waiting: number
  readonly waitingOfEach: number
}

/** Ends a turn. Called once. */
export type EndTurn = () => void

/** What is at work and what waits: clients take turns, however many requests each of them sends. */
export interface Turns {
  /** Waits for the turn of a request of this client. null at once where too many wait already. */
  readonly take: (client: string) => Promise<EndTurn> | null
  readonly counts: () => { readonly atWork: number; readonly waiting: number }
}

interface Line {
  atWork: number
  readonly waiting: (() => void)[]
}

/** Lets each client have so many requests at work, and all of them together so many; the others wait, a client after the other. */
export function createTurns(limits: TurnLimits): Turns {
  /** In the order in which clients get their next turn. */
  const lines = new Map<string, Line>()
  let atWork = 0
  let waiting = 0

  const begin = (client: string, line: Line): EndTurn => {
    atWork += 1
    line.atWork += 1
    return () => {
      atWork -= 1
      line.atWork -= 1
      if (line.atWork === 0 && line.waiting.length === 0) lines.delete(client)
      callNext()
    }
  }

  /** Of the clients that wait and may have another turn, the one with the fewest; of several, the one that had none for longest. */
  const findNext = (): readonly [string, Line] | null => {
    let next: readonly [string, Line] | null = null
    for (const entry of lines) {
      const [, line] = entry
      const mayHave = line.waiting.length > 0 && line.atWork < limits.atWorkOfEach
      if (mayHave && (next === null || line.atWork < next[1].atWork)) next = entry
    }
    return next
  }

  const callNext = () => {
    const next = atWork < limits.atWork ? findNext() : null
    if (next === null) return
    const [client, line] = next
    waiting -= 1
    lines.delete(client)
    lines.set(client, line)
    line.waiting.shift()?.()
    callNext()
  }

  return {
    take: (client) => {
      const line = lines.get(client) ?? { atWork: 0, waiting: [] }
      const isFree = line.waiting.length === 0 && line.atWork < limits.atWorkOfEach && atWork < limits.atWork
      // However many wait, a client with nothing else to wait for is let in: no crowd keeps a newcomer out.
      const isFull =
        line.waiting.length >= limits.waitingOfEach || (waiting >= limits.waiting && line.waiting.length > 0)
      if (!isFree && isFull) return null
      lines.set(client, line)
      if (isFree) return Promise.resolve(begin(client, line))
      waiting += 1
      return new Promise((resolve) => {
        line.waiting.push(() => resolve(begin(client, line)))
      })
    },
    counts: () => ({ atWork, waiting }),
  }
}
