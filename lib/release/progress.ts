import type { Database } from '@/lib/db/engine/client'
import { keepProgress, type ReleasePhase } from '@/lib/db/releases'

/** How often progress is told, in milliseconds. */
const intervalMs = 1000

/** How far a preparation is. */
export interface Progress {
  /** Begins a phase of so many steps. */
  readonly begin: (phase: ReleasePhase, total: number) => void
  /** Has done so many steps of the phase more. */
  readonly add: (steps: number) => void
  /** Stops telling, once what is being told is told. */
  readonly end: () => Promise<void>
}

/**
 * Tells the database each second how far a preparation is. Where it is no longer wanted, or the database cannot be told,
 * `stop` is aborted, with the error if there is one.
 */
export function tellProgress(database: Database, id: string, stop: AbortController): Progress {
  let state: { readonly phase: ReleasePhase; readonly total: number } = { phase: 'counting', total: 1 }
  let done = 0
  let telling: Promise<void> | null = null
  const tell = async () => {
    try {
      const progressPermille = Math.min(1000, Math.floor((1000 * done) / Math.max(1, state.total)))
      const isWanted = await keepProgress(database, id, { phase: state.phase, progressPermille }, new Date())
      if (!isWanted) stop.abort()
    } catch (error) {
      stop.abort(error)
    }
    telling = null
  }
  const timer = setInterval(() => {
    telling ??= tell()
  }, intervalMs)
  return {
    begin: (phase, total) => {
      state = { phase, total }
      done = 0
    },
    add: (steps) => {
      done += steps
    },
    end: async () => {
      clearInterval(timer)
      await telling
    },
  }
}
