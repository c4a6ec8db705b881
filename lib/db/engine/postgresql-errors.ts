import { DriverAdapterError, isDriverAdapterError } from '@prisma/driver-adapter-utils'

type Reason = DriverAdapterError['cause']

/** What the driver says, without a code of the server's, when the way to the server is the trouble. */
const connectionReasons: readonly (readonly [pattern: RegExp, kind: 'unreachable' | 'full' | 'refused'])[] = [
  // Every connection of the pool was in use for too long.
  [/^timeout exceeded when trying to connect$/, 'full'],
  [/^SASL: /, 'refused'],
  [
    /^(connection terminated|timeout expired|query read timeout|Client (has encountered|was closed))/i,
    'unreachable',
  ],
]

/** System errors that the adapter does not know for those of a connection. */
const connectionCodes = /^(E(HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|CONN|PIPE|AI_|TIMEDOUT)|ENOENT$|EACCES$)/

/**
 * An error of the PostgreSQL adapter without anything that a row, a query or the address holds: the server repeats
 * them in its details, and in messages about values that it cannot read. Errors of the connection, which the
 * adapter passes on as they come, are told as such.
 */
function cleanPostgresqlError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (isDriverAdapterError(error)) return new DriverAdapterError(cleanReason(error.cause))

  const code: unknown = Reflect.get(error, 'code')
  const known = connectionReasons.find(([pattern]) => pattern.test(error.message))?.[1]
  if (known === 'full') return new DriverAdapterError({ kind: 'TooManyConnections', cause: error.message })
  if (known === 'refused') return new DriverAdapterError({ kind: 'AuthenticationFailed' })
  if (known === 'unreachable' || (typeof code === 'string' && connectionCodes.test(code))) {
    return new DriverAdapterError({ kind: 'DatabaseNotReachable', originalMessage: error.message })
  }
  return error
}

/** `run`, with clean errors. */
export function clean<Input, Output>(run: (input: Input) => Promise<Output>) {
  return async (input: Input): Promise<Output> => {
    try {
      return await run(input)
    } catch (error) {
      throw cleanPostgresqlError(error)
    }
  }
}

function cleanReason(reason: Reason): Reason {
  const { originalCode = '', originalMessage } = reason
  const safe = safeMessage(originalCode)
  const entries = Object.entries(reason)
    .filter(([key]) => !['detail', 'hint', 'user'].includes(key))
    .map(([key, text]: [string, unknown]) => [key, text === originalMessage && safe !== null ? safe : text])
  return Object.fromEntries(entries) as Reason
}

/** What stands for messages that repeat values: those of class 22 (data) and 28 (users); null for others. */
function safeMessage(code: string): string | null {
  if (code.startsWith('22')) return `the server could not take a value (SQLSTATE ${code})`
  if (code.startsWith('28')) return `the server refused the user or the password (SQLSTATE ${code})`
  return null
}
