import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { redirects as figureRedirects, rewrites as figureRewrites } from './lib/i18n/data-addresses'
import { redirects, rewrites } from './lib/i18n/routes'

/** RFC 9116, section 3. The folder of this address would begin with a dot, and tools pass over such folders. */
const wellKnown = { source: '/.well-known/security.txt', destination: '/security.txt' }

const config: NextConfig = {
  poweredByHeader: false,
  // The server around the framework does it, once the answer is known: see `pageInsteadOf`.
  compress: false,
  reactStrictMode: true,
  // Every reader gets a page's title in its head, before its content: without scripts nothing would move it there.
  htmlLimitedBots: /.*/,
  // A site that people can use is not kept from starting by a test.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  serverExternalPackages: ['better-sqlite3', '@prisma/adapter-better-sqlite3', '@prisma/adapter-pg', 'pino'],
  experimental: {
    globalNotFound: true,
    // The server around the framework bounds bodies, by address: see server/request-body.ts.
    serverActions: { bodySizeLimit: '3mb' },
    // Pages that a build has made are kept in memory: a file written when one is first asked for would tell when somebody withdrew.
    isrFlushToDisk: false,
  },
  rewrites: async () => ({
    beforeFiles: [...rewrites, ...figureRewrites, wellKnown],
    afterFiles: [],
    fallback: [],
  }),
  redirects: async () => [...redirects, ...figureRedirects],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
