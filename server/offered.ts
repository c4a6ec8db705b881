import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { figureFileAddress } from '@/lib/i18n/data-addresses'
import { locales } from '@/lib/i18n/locales'

/** An address that no page answers, but a function of ours or the framework's. */
export interface RouteHandler {
  readonly address: RegExp
  readonly methods: readonly string[]
}

/** What a build answers beside its pages. */
export interface Offered {
  readonly handlers: readonly RouteHandler[]
  /** The paths of files, decoded: scripts, styles, fonts. */
  readonly files: ReadonlySet<string>
}

/** What an `export` takes out of a file, up to where its value or its body begins. */
const exported = /^export [^=(]*/gm
const methodNames = /\b(?:GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)\b/g

/** The methods that a file of ours answers; a file that is not there is one that the framework makes, such as the icon. */
function methodsIn(file: string): readonly string[] {
  const source = [`${file}.ts`, `${file}.tsx`].find((each) => existsSync(each))
  const methods =
    source === undefined
      ? ['GET']
      : (readFileSync(source, 'utf8').match(exported) ?? []).flatMap(
          (names) => names.match(methodNames) ?? [],
        )
  return methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((name) => name !== 'GET')] : methods
}

/** An address as the framework writes it, with names in brackets for its parts: `/api/open-data/[wave]`. */
function pattern(address: string): RegExp {
  const anyPart = address
    .replaceAll('.', String.raw`\.`)
    .replace('[locale]', `(?:${locales.join('|')})`)
    .replaceAll(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^${anyPart}$`)
}

function filesUnder(folder: string, address: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => `${address}/${file.replaceAll(path.sep, '/')}`)
}

/** What a build answers beside its pages: its folder, and that of the project from which it was made. */
export function readOffered(build: string, root: string): Offered {
  const files = [
    ...filesUnder(path.join(build, 'static'), '/_next/static'),
    ...filesUnder(path.join(root, 'public'), ''),
  ]
  // Not at the address of what answers: beside the pages of figures, and where RFC 9116 has it.
  const rewritten = [
    { address: figureFileAddress, methods: ['GET', 'HEAD', 'OPTIONS'] },
    { address: /^\/\.well-known\/security\.txt$/, methods: ['GET', 'HEAD'] },
  ]
  return { handlers: [...rewritten, ...readHandlers(build, root)], files: new Set(files) }
}

function readHandlers(build: string, root: string): readonly RouteHandler[] {
  const manifest = readFileSync(path.join(build, 'app-path-routes-manifest.json'), 'utf8')
  return Object.entries(JSON.parse(manifest) as Record<string, string>)
    .filter(([file]) => file.endsWith('/route'))
    .map(([file, address]) => ({
      address: pattern(address),
      methods: methodsIn(path.join(root, 'app', file)),
    }))
}
