import { pino } from 'pino'
import { currentExchange } from './http/exchange'

/** What may be logged of an error: never its message, which might repeat what somebody sent. */
export interface ErrorKind {
  /** Its name. */
  readonly error: string
  /** Of a DatabaseError: why the database could not answer. */
  readonly kind?: string
  /** What a driver, the system or a library calls it: SQLITE_IOERR_WRITE, 53100, ENOSPC. */
  readonly code?: string
}

/** How deep causes are looked into. */
const deepest = 6

function property(given: unknown, name: string): unknown {
  return typeof given === 'object' && given !== null ? Reflect.get(given, name) : undefined
}

/** The code that stands deepest: the one of whatever failed first. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (depth > deepest || typeof error !== 'object' || error === null) return undefined
  const within =
    codeOf(property(error, 'cause'), depth + 1) ??
    codeOf(property(property(error, 'meta'), 'driverAdapterError'), depth + 1)
  const own = [property(error, 'originalCode'), property(error, 'code')]
  return within ?? own.find((code): code is string => typeof code === 'string' && /^\w{1,60}$/.test(code))
}

/** What may be logged of an error. */
export function kindOfError(error: unknown): ErrorKind {
  if (!(error instanceof Error)) return { error: typeof error }
  const kind = property(error, 'failure')
  const code = codeOf(error)
  return { error: error.name, ...(typeof kind === 'string' && { kind }), ...(code !== undefined && { code }) }
}

/** Errors whose messages are our own sentences for the operator. */
const told = ['DatabaseError', 'SettingError', 'DataFileError']

const withSentence = (error: unknown) =>
  error instanceof Error && told.includes(error.name)
    ? { ...kindOfError(error), message: error.message }
    : kindOfError(error)

const output = pino.destination({ fd: 1, sync: true })
// A log that cannot be written, for a full disk for instance, must not break what it was to tell.
output.on('error', () => undefined)

/** One JSON line per event on standard output. Nobody's answers, address or browser are ever part of one. */
export const log = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withSentence },
    mixin: () => {
      const exchange = currentExchange()
      return exchange === undefined ? {} : { request: exchange.id }
    },
  },
  output,
)
