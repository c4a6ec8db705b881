import { expect, it } from 'vitest'
import { sourceFiles } from '../../support/source-files'

const reads = /x-forwarded|\bforwarded['"]|headers\.(?:forwarded|host)\b|headers\b.*\bget\(['"]host['"]/i

// Two readings of what proxies say are two addresses of one site: forms that are refused, cookies without `Secure`.
it('what a request says of the site’s address is read in one place, and told to the framework in one', () => {
  const readers = [...sourceFiles('app', 'components', 'lib', 'server')].filter(([, text]) =>
    reads.test(text),
  )
  expect(readers.map(([path]) => path).toSorted()).toEqual([
    'lib/http/proxy-claims.ts',
    'lib/http/site-address.ts',
    'server/framework-request.ts',
    'server/refusal.ts',
    'server/render-for-nobody.ts',
  ])
})
