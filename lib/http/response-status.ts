import { currentExchange } from './exchange'

/*
 * A rendered page cannot choose its status code: a page that says "the database is down" would answer 200, and a monitor
 * would believe it. The server keeps a note for each request, and pages write on it.
 */

/** The status of a form that was understood, and whose content was refused. */
export const refusedStatus = 422

/** Asks for the status code of the response that is being made. Without the server around it, does nothing. */
export function setResponseStatus(status: number): void {
  const exchange = currentExchange()
  if (exchange) exchange.status = status
}

/** The status code that was asked for the response that is being made; null when none was. */
export function responseStatus(): number | null {
  return currentExchange()?.status ?? null
}
