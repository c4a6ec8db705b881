import { currentExchange } from './exchange'

/**
 * Says how many bytes the body of the response will have that is being made, so that a browser can show how much of it is
 * there, and tell a part from the whole. Without the server around it, does nothing.
 */
export function setResponseSize(sizeBytes: number): void {
  const exchange = currentExchange()
  if (exchange) exchange.sizeBytes = sizeBytes
}
