import { pino } from 'pino'

/** One JSON line per event on standard output. Nobody's answers, address or browser are ever part of one. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

/**
 * What may be logged of an error that came while someone's answers were being kept: its kind, never its message, which
 * might repeat them.
 */
export function kindOfError(error: unknown): { readonly error: string; readonly kind?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const kind: unknown = Reflect.get(error, 'failure') ?? Reflect.get(error, 'code')
  return typeof kind === 'string' ? { error: error.name, kind } : { error: error.name }
}
