import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SiteAddress } from '@/lib/http/site-address'
import { dataPolicy, nonceSource, pagePolicy } from './content-security-policy'
import type { PrerenderedPages } from './prerendered-pages'
import { allowFraming, isEmbed, isScriptless, policyOf } from './scriptless-pages'

/** What a page of this site never asks for, and nothing that gets into one may ask for either. */
const deniedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

export const headersOfEveryAnswer: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Other sites get no referrer. With `no-referrer` a form would not even name its origin to this one.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Two years. Other hosts of the domain are not ours to speak for. */
const transportSecurity = 'max-age=63072000'

/** Sets the headers that every answer carries, whatever it is. */
export function setSecurityHeaders(response: ServerResponse, { scheme }: SiteAddress): void {
  for (const [name, content] of Object.entries(headersOfEveryAnswer)) response.setHeader(name, content)
  if (scheme === 'https') response.setHeader('Strict-Transport-Security', transportSecurity)
}

function policyFor(response: ServerResponse, nonce: string, pages: PrerenderedPages): string {
  // The ETag comes first: a 304 has no type, and the browser takes its policy for the page that it has kept.
  const prerendered = pages.get(String(response.getHeader('etag')))
  if (prerendered !== undefined) return pagePolicy(prerendered)
  const isPage = String(response.getHeader('content-type')).startsWith('text/html')
  return isPage ? pagePolicy([nonce]) : dataPolicy
}

/**
 * Gives an answer its Content-Security-Policy: a prerendered page the hashes of its inline scripts, a page rendered for
 * this request a nonce, anything else nothing at all. Which of them it is shows only once the framework has answered, so
 * that the policy is written with the head.
 */
export function setContentSecurityPolicy(
  request: IncomingMessage,
  response: ServerResponse,
  pages: PrerenderedPages,
): void {
  const nonce = nonceSource()
  const { url = '' } = request
  // The framework takes the nonce of what it renders from the request. One that was sent to us is not obeyed.
  request.headers['content-security-policy'] = `script-src ${nonce}`
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse
  response.writeHead = (...head: unknown[]) => {
    const isFound = head[0] === 200
    const policy = isFound && isScriptless(url) ? policyOf(url) : policyFor(response, nonce, pages)
    if (isFound && isEmbed(url)) allowFraming(response)
    response.setHeader('Content-Security-Policy', policy)
    return writeHead(...head)
  }
}
