import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { generateETag } from 'next/dist/server/lib/etag.js'

/**
 * The pages that the build has rendered: the script sources that allow the inline scripts of each, by the ETag that the
 * framework answers it with. The ETag is made from the page itself, and so tells which page is being answered whatever
 * led to it: its address in either language, a rewrite, an error.
 */
export type PrerenderedPages = ReadonlyMap<string, readonly string[]>

/** Written by React and the framework, who escape `>` in attributes and `</script` in scripts. */
const inlineScripts = /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs

/** The scripts that a page has in itself, in their order. */
export function inlineScriptsOf(html: string): readonly string[] {
  return [...html.matchAll(inlineScripts)].map(([, script = '']) => script)
}

/** The sources of a Content-Security-Policy that allow the inline scripts of a page and no others, each once. */
export function inlineScriptSources(html: string): readonly string[] {
  const hashes = inlineScriptsOf(html).map((script) => createHash('sha256').update(script).digest('base64'))
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`)
}

/** Reads the pages that a build has rendered, in its folder. */
export function readPrerenderedPages(build: string): PrerenderedPages {
  const folder = path.join(build, 'server')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .map((html) => [generateETag(html), inlineScriptSources(html)]),
  )
}
