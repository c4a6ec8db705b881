import { pino } from 'pino'

/** One JSON line per event on standard output. Nobody's answers, address or browser are ever part of one. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
