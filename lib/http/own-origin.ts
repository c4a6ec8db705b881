import { hostText, parseHost, parseScheme } from './host'
import type { Believed } from './site-address'

/**
 * Whether an Origin header names this site: by the host that the operator has set, or by any that the request or a trusted
 * proxy names, since a page of another site can write none of these headers. A trusted proxy may have left out the port.
 */
export function isOwnOrigin(origin: string, { publicUrl, claims, requested }: Believed): boolean {
  const [, schemeText = '', hostPart = ''] = /^([a-z]+):\/\/(.+)$/i.exec(origin) ?? []
  const scheme = parseScheme(schemeText)
  const host = parseHost(hostPart)
  if (scheme === null || host === null) return false
  const asked = hostText(host, scheme)
  if (publicUrl !== undefined && new URL(publicUrl).host === asked) return true
  const { forwarded, lists, isPassedOn } = claims
  const byProxies = isPassedOn ? [...forwarded.hosts, ...lists.hosts].map(parseHost) : []
  const named = [requested, ...byProxies]
  return named
    .filter((each) => each !== null)
    .some(
      (each) =>
        hostText(each, scheme) === asked || (isPassedOn && each.port === null && each.name === host.name),
    )
}
