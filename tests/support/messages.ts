import { readFileSync } from 'node:fs'

function flat(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  )
}

function read(locale: string): ReadonlyMap<string, string> {
  return new Map(
    flat(JSON.parse(readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), 'utf8'))),
  )
}

/** Every message of a language by its dotted key. */
export const messages = { fr: read('fr'), en: read('en') } as const
