import type { Server } from 'node:http'
import gracefulShutdown from 'http-graceful-shutdown'
import { closeDatabases } from '@/lib/db/engine/client'
import { kindOfError, log } from '@/lib/log'
import { stopPrograms } from './programs'

/** How long those who are being answered are waited for, in milliseconds. */
const stopMs = 10_000

let hasBegun = false

/** Whether this process ends: it takes no new work, and a load balancer should ask another one. */
export const isStopping = (): boolean => hasBegun

/**
 * Ends the process on SIGTERM and SIGINT: takes no more connections, answers what has arrived, for ten seconds at most, stops the
 * programs that it started and closes the databases, so that one file is the data. A second signal ends it at once.
 */
export function stopOnSignals(server: Server, closeFramework: () => Promise<void>): void {
  gracefulShutdown(server, {
    timeout: stopMs,
    preShutdown: async () => {
      hasBegun = true
      return Promise.resolve()
    },
    onShutdown: async () => {
      try {
        await stopPrograms()
        await closeFramework()
      } catch (error) {
        log.error(kindOfError(error), 'something could not be stopped')
      }
      await closeDatabases()
    },
  })
}
