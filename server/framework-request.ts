import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { originOf, type Believed, type SiteAddress } from '@/lib/http/site-address'
import { isChanging } from './same-origin'

/** Known to this process only: what carries it was sent by the framework itself, which passes on all headers. */
const ownMark = randomBytes(32).toString('base64url')
const markHeader = 'x-miroir-own'
const stateHeader = 'next-router-state-tree'

/** Whether the framework sent a request to this server: after some actions it fetches the page that they lead to. */
export function isFromFramework({ headers }: IncomingMessage): boolean {
  return headers[markHeader] === ownMark
}

/** What the framework's own scripts say of the page that they show. On one that it cannot read, it breaks. */
function isReadableState(state: string | readonly string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state?.toString())
    return true
  } catch {
    return false
  }
}

/**
 * Leaves one address of the site in the headers, so that the framework finds no two that contradict each other: it would
 * refuse an action with a bare error. What came with an origin was accepted by `refusedForOrigin`, and so gets this one.
 */
export function tellFramework(
  request: IncomingMessage,
  site: SiteAddress,
  { claims: { client } }: Believed,
): void {
  const { headers } = request
  for (const name of Object.keys(headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete headers[name]
  }
  if (!isReadableState(headers[stateHeader])) delete headers[stateHeader]
  Object.assign(headers, {
    host: site.host,
    'x-forwarded-host': site.host,
    'x-forwarded-proto': site.scheme,
    ...(client !== undefined && { 'x-forwarded-for': client }),
    ...(isChanging(request) && { origin: originOf(site) }),
    [markHeader]: ownMark,
  })
}
