import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateETag } from 'next/dist/server/lib/etag.js'
import { expect, test } from 'vitest'
import { inlineScriptSources, readPrerenderedPages } from '@/server/prerendered-pages'

// printf 'alert(1)' | openssl dgst -sha256 -binary | base64
const alertOne = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"

test('a script in a page is allowed by the hash of its text', () => {
  expect(inlineScriptSources('<p>a</p><script>alert(1)</script>')).toEqual([alertOne])
  expect(inlineScriptSources('<script id="_R_" type="module">alert(1)</script>')).toEqual([alertOne])
})

test('a hash is of the bytes of the text, with its line breaks and in UTF-8', () => {
  // printf 'say("é")\n' | openssl dgst -sha256 -binary | base64
  expect(inlineScriptSources('<script>say("é")\n</script>')).toEqual([
    "'sha256-Ft6YliH+yQEUUa2Mm5V99Q3y8c82vfpQNd4yYqsSQ08='",
  ])
})

test('a script that is there twice is allowed once, and each other one too', () => {
  const html = '<script>alert(1)</script><script>alert(2)</script><script>alert(1)</script>'
  expect(inlineScriptSources(html)).toHaveLength(2)
})

test('a script that is fetched needs no hash, and words about one neither', () => {
  expect(
    inlineScriptSources('<script src="/a.js" async=""></script><script async="" src="/b.js"></script>'),
  ).toEqual([])
  expect(inlineScriptSources('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toEqual([])
  expect(inlineScriptSources('<script data-src="a">alert(1)</script>')).toEqual([alertOne])
})

test('every page of a build is known by its ETag, in whatever folder it is', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'miroir-pages-'))
  const home = '<h1>Accueil</h1><script>alert(1)</script>'
  const erased = '<h1>Effacé</h1>'
  mkdirSync(path.join(root, '.next/server/app/fr'), { recursive: true })
  writeFileSync(path.join(root, '.next/server/app/fr.html'), home)
  writeFileSync(path.join(root, '.next/server/app/fr/erased.html'), erased)
  writeFileSync(path.join(root, '.next/server/app/fr/erased.rsc'), '<script>alert(2)</script>')
  const pages = readPrerenderedPages(path.join(root, '.next'))
  rmSync(root, { recursive: true })
  expect(pages).toEqual(
    new Map([
      [generateETag(home), [alertOne]],
      [generateETag(erased), []],
    ]),
  )
})
