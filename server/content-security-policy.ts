import { randomBytes } from 'node:crypto'

function written(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** The policy of a page that runs the scripts of this site and the inline ones that `inlineScripts` allows. */
export function pagePolicy(inlineScripts: readonly string[]): string {
  return written({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inlineScripts],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
}

/** The policy of a page in which no script runs. `ancestors`: which pages may show it in a frame. */
export function scriptlessPolicy(ancestors: "'none'" | '*'): string {
  return written({
    'default-src': ["'none'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': [ancestors],
  })
}

/** The policy of an answer that is no page, should a browser ever show it as one. */
export const dataPolicy = written({
  'default-src': ["'none'"],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
})

/** A script source that allows the inline scripts of one answer: 128 random bits, new for each request. */
export function nonceSource(): string {
  return `'nonce-${randomBytes(16).toString('base64')}'`
}
