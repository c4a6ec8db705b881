import { multipartBody, multipartType } from './multipart'

/** A mark that no answer and no line of the log may repeat. */
export const mark = 'MARK-7f3a'

export interface HostileRequest {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const methods = [
  'GET',
  'HEAD',
  'POST',
  'OPTIONS',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  mark,
]

const paths = [
  '',
  '/',
  '//',
  '/%',
  '/%ff',
  '/%00',
  '/.',
  '/..',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%252e%252e',
  '/\\',
  '/%5c',
  '/aide',
  '/aide%',
  '/aide/',
  '/aide//',
  '/questionnaire',
  '/erased',
  '/resultats',
  '/admin',
  '/admin/editions/%/download',
  '/admin/invitation/x',
  '/[...rest]',
  '/%5B...rest%5D',
  '/x.rsc',
  `/${'a'.repeat(4000)}`,
  '?x=%',
  '?_rsc=%&_rsc=x',
  '?nxtPlocale=en',
  '#x',
].map((path) => `/fr${path}`)

const others = [
  '/',
  '*',
  '/%',
  '/%e0%a4%a',
  '/ic%6fn.svg',
  '/icon.svg/x',
  '/%5Blocale%5D',
  '/[locale]',
  '/FR',
  '/de/aide',
  '/index',
  '/404',
  '/500',
  '/_error',
  '/_not-found',
  '/_global-error',
  '/_global-error/x',
  '/_next',
  '/_next/x',
  '/_next/hmr',
  '/_next/image?url=/icon.svg&w=64&q=75',
  '/_next/data/x/fr.json',
  '/_next/static/%',
  '/_next/static/x',
  '/_next/static/chunks',
  '/_next/static%2fchunks%2fx.js',
  '/_next/static/../../package.json',
  '/__nextjs_original-stack-frames',
  '/api',
  '/api/x',
  '/api/%',
  '/api/comparison/data',
  '/api/comparison/exit',
  '/api/comparison/erase/',
  '/api/open-data/%/editions/1/aggregates.csv',
  '/api/open-data/2025-12/editions/1/aggregates.csv',
  '/api/open-data/..%2f/editions/latest/aggregates.json',
  '/api/share-picture?locale=%',
  '//elsewhere.example',
  '//elsewhere.example/%2e%2e',
  '/\\elsewhere.example',
  '/.well-known/x',
  '/robots.txt',
  'http://elsewhere.example/fr/aide',
  'http://elsewhere.example',
  'http://user:secret@elsewhere.example/fr',
  'http://%/fr',
  'https://[::1]:3000/en',
  'ftp://elsewhere.example/',
  'elsewhere.example:443',
  'fr',
]

const headers: readonly Readonly<Record<string, string>>[] = [
  { 'X-Forwarded-Host': `${mark}.example, b`, Origin: `https://${mark}.example` },
  { 'X-Forwarded-Host': mark, 'X-Forwarded-Proto': mark, 'X-Forwarded-Port': mark, 'X-Forwarded-For': mark },
  { Forwarded: `for="${mark};host=x`, Origin: 'null' },
  { Origin: `https://${mark}.example`, 'Sec-Fetch-Site': 'none' },
  { Origin: mark, 'Sec-Fetch-Site': 'same-origin' },
  { Origin: `https://${mark}.example`, 'Sec-Fetch-Site': 'cross-site' },
  { 'Accept-Language': mark, 'User-Agent': mark, Referer: mark, Cookie: `comparison=${mark}; ${mark}=%; =` },
  { RSC: '1', 'Next-Router-State-Tree': mark, 'Next-Router-Prefetch': mark, 'Next-Url': mark },
  { RSC: '1', 'Next-Router-Segment-Prefetch': `/${mark}` },
  { 'X-Nextjs-Data': mark, 'X-Matched-Path': mark, 'X-Invoke-Path': mark, 'X-Middleware-Subrequest': mark },
  { 'If-None-Match': mark, 'If-Modified-Since': mark, Range: mark, 'Accept-Encoding': mark },
  { Upgrade: mark, 'Content-Security-Policy': mark, 'X-Miroir-Own': mark, Expect: mark },
]

const multipart = (name: string, content: string) => multipartBody([[name, content]])

/** What forms of the framework hold, with ids that are none and one that is. */
function forms(actionId: string): readonly Pick<HostileRequest, 'headers' | 'body'>[] {
  const type = { 'Content-Type': multipartType }
  const text = { 'Content-Type': `text/plain; ${mark}` }
  return [
    { headers: type, body: multipart(`$ACTION_ID_${mark}`, '') },
    { headers: type, body: multipart('$ACTION_REF_1', mark) },
    { headers: type, body: multipart(mark, mark).slice(0, -9) },
    { headers: { ...type, 'Next-Action': mark }, body: multipart('0', `["${mark}"]`) },
    { headers: { ...text, 'Next-Action': mark }, body: `["${mark}"]` },
    { headers: { ...text, 'Next-Action': '0'.repeat(42) }, body: mark },
    { headers: { ...text, 'Next-Action': '__proto__' }, body: mark },
    {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Next-Action': mark },
      body: `a=${mark}&%`,
    },
    { headers: { 'Content-Type': `${mark}/${mark}` }, body: mark },
    // A known action, from elsewhere.
    { headers: { ...text, 'Next-Action': actionId, Origin: `https://${mark}.example` }, body: `["${mark}"]` },
    {
      headers: {
        ...text,
        'Next-Action': actionId,
        Origin: `https://${mark}.example`,
        'Sec-Fetch-Site': 'none',
      },
      body: '[]',
    },
    {
      headers: { ...type, Origin: `https://${mark}.example` },
      body: multipart(`$ACTION_ID_${actionId}`, ''),
    },
  ]
}

/** Requests that no browser of a well-meaning person sends. `actionId` is one that the site knows. */
export function hostileRequests(actionId: string): readonly HostileRequest[] {
  const bare = [...paths, ...others].flatMap((target) =>
    methods.map((method) => ({ method, target, headers: {}, body: '' })),
  )
  const targets = [
    '/fr',
    '/fr/resultats',
    '/fr/admin/sign-in',
    '/fr/nulle-part',
    '/nowhere',
    '/api/comparison/exit',
    '/icon.svg',
  ]
  const withHeaders = targets.flatMap((target) =>
    headers.flatMap((each) => ['GET', 'POST'].map((method) => ({ method, target, headers: each, body: '' }))),
  )
  const withForms = targets.flatMap((target) =>
    forms(actionId).map((form) => ({ method: 'POST', target, ...form })),
  )
  return [...bare, ...withHeaders, ...withForms]
}
