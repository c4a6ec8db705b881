import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import gracefulShutdown from 'http-graceful-shutdown'
import { closeDatabases } from '@/lib/db/engine/client'
import { kindOfError, log } from '@/lib/log'
import { dailyWorkUnderWay } from './daily-job'
import { stopPrograms } from './programs'
import { beginToStop } from './stopping'

/** How long those who are being answered are waited for, in milliseconds. */
const stopMs = 10_000

/** How long the daily work may take to come to its next step, in milliseconds: it is done again by the next start. */
const workMs = 5000

/** `npm start` passes on the signal that the terminal sends to both of them: within this time it is the same one, in milliseconds. */
const sameSignalMs = 500

async function endWork(closeFramework: () => Promise<void>): Promise<void> {
  try {
    await stopPrograms()
    await Promise.race([dailyWorkUnderWay(), wait(workMs)])
    await closeFramework()
  } catch (error) {
    log.error(kindOfError(error), 'something could not be stopped')
  }
  await closeDatabases()
}

/**
 * Ends the process on SIGTERM, SIGINT and SIGHUP, which a terminal sends when it is closed: takes no more connections, answers what has
 * arrived, for ten seconds at most, stops the programs and the work that it began, and closes the databases, so that one file is the
 * data. A second signal ends it at once.
 */
export function stopOnSignals(server: Server, closeFramework: () => Promise<void>): void {
  const shutDown = gracefulShutdown(server, {
    signals: '',
    timeout: stopMs,
    onShutdown: async () => endWork(closeFramework),
  })
  let begunMs: number | null = null
  const stop = () => {
    if (begunMs !== null) {
      if (performance.now() - begunMs > sameSignalMs) process.exit(1)
      return
    }
    begunMs = performance.now()
    beginToStop()
    shutDown().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}
