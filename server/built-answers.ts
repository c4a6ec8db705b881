import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { locales } from '@/lib/i18n/locales'
import { pathTo, routes, type RouteId } from '@/lib/i18n/routes'

/** An answer that the build has made, so that nobody need be asked for it. */
export interface BuiltAnswer {
  /** Its one address, without a query. */
  readonly address: string
  /** Where its bytes are. */
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
  readonly isCompressible: boolean
}

/** The framework answers an address with a page or, to its own scripts, with what the page is made of. */
export const varyOfPages =
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding'

export const pageType = 'text/html; charset=utf-8'

/** What is served of the framework's files, and how; a file of another kind is left to the framework. */
const typesByEnding: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** A build's own record of what it rendered beforehand. */
interface Prerendered {
  /** false: never again. */
  readonly initialRevalidateSeconds: number | false
  readonly initialHeaders?: Readonly<Record<string, string>>
}

function readManifest(build: string): Readonly<Record<string, Prerendered>> {
  const manifest = readFileSync(path.join(build, 'prerender-manifest.json'), 'utf8')
  return (JSON.parse(manifest) as { readonly routes: Record<string, Prerendered> }).routes
}

function findPages(app: string, manifest: Readonly<Record<string, Prerendered>>): readonly BuiltAnswer[] {
  const addresses = (Object.keys(routes) as RouteId[]).flatMap((route) =>
    locales.map((locale) => ({
      address: pathTo(route, locale),
      built: ['', locale, routes[route].folder].join('/').replace(/\/$/, ''),
    })),
  )
  return addresses
    .map(({ address, built }) => ({ address, built, file: path.join(app, `${built}.html`) }))
    .filter(({ built, file }) => manifest[built]?.initialRevalidateSeconds === false && existsSync(file))
    .map(({ address, file }) => ({
      address,
      file,
      headers: { 'Content-Type': pageType, 'Cache-Control': 's-maxage=31536000', Vary: varyOfPages },
      isCompressible: true,
    }))
}

/** Icons: files that the framework answers at an address of their own. */
function findIcons(app: string, manifest: Readonly<Record<string, Prerendered>>): readonly BuiltAnswer[] {
  return Object.entries(manifest).flatMap(([address, { initialHeaders = {} }]) => {
    const { 'content-type': type, 'cache-control': cacheControl } = initialHeaders
    const file = path.join(app, `${address}.body`)
    if (type === undefined || cacheControl === undefined || !existsSync(file)) return []
    const headers = { 'Content-Type': type, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' }
    return [{ address, file, headers, isCompressible: true }]
  })
}

function findFiles(folder: string): readonly BuiltAnswer[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    const type = typesByEnding[path.extname(entry.name)]
    if (!entry.isFile() || type === undefined) return []
    const isCompressible = type !== 'font/woff2'
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      ...(isCompressible && { Vary: 'Accept-Encoding' }),
    }
    const address = `/_next/static/${path.relative(folder, file).replaceAll(path.sep, '/')}`
    return [{ address, file, headers, isCompressible }]
  })
}

/** What a build has made, in its folder: pages that are the same for everybody, scripts, styles, fonts, icons. */
export function findBuiltAnswers(build: string): readonly BuiltAnswer[] {
  const app = path.join(build, 'server', 'app')
  const manifest = readManifest(build)
  return [...findPages(app, manifest), ...findIcons(app, manifest), ...findFiles(path.join(build, 'static'))]
}
