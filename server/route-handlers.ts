import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { locales } from '@/lib/i18n/locales'

/** An address that no page answers but a function of ours, or a file. */
export interface RouteHandler {
  readonly address: RegExp
  readonly methods: readonly string[]
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

/** The addresses that the build under `root` answers otherwise than with a page, and the methods that each of them takes. */
export function readRouteHandlers(root: string): readonly RouteHandler[] {
  const manifest = readFileSync(path.join(root, '.next', 'app-path-routes-manifest.json'), 'utf8')
  return Object.entries(JSON.parse(manifest) as Record<string, string>)
    .filter(([file]) => file.endsWith('/route'))
    .map(([file, address]) => ({
      address: pattern(address),
      methods: methodsIn(path.join(root, 'app', file)),
    }))
}
