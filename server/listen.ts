import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import type { Settings } from '@/lib/env'
import { DatabaseError, DataFileError, SettingError } from '@/lib/errors'

/** Opens the port that `variable` names. Throws SettingError with a sentence where it cannot be opened. */
export function listen(
  server: Server,
  { port, host }: Pick<Settings, 'port' | 'host'>,
  variable = 'PORT',
): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program: stop it, or set ${variable} to another number.`,
        EACCES: `Port ${port} may not be opened by this user: set ${variable} to a number above 1023.`,
        EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
        ENOTFOUND: `HOST ${host} is not an address of this machine.`,
      }
      reject(
        new SettingError(reasons[cause.code ?? ''] ?? `The port cannot be opened: ${cause.message}.`, {
          cause,
        }),
      )
    })
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
}

/** Runs a start. A failure that was foreseen is told in its sentence, any other whole; both end the program with 1. */
export async function orExplain(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    const isForeseen =
      error instanceof SettingError || error instanceof DatabaseError || error instanceof DataFileError
    process.stderr.write(isForeseen ? `${error.message}\n` : `${inspect(error)}\n`, () => process.exit(1))
  }
}
