import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { buildFolder } from '@/server/build'
import { startSite } from '../../support/running-site'

/** The files that the framework answers from, each with the moment of its last change. */
function filesOfServer(): readonly string[] {
  const folder = path.join(buildFolder(process.cwd()), 'server')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file} ${statSync(file).mtimeMs}`)
    .toSorted()
}

test('showing somebody that a response was withdrawn leaves no file that tells when', async () => {
  const site = await startSite()
  onTestFinished(site.stop)
  const before = filesOfServer()
  for (const locale of locales) {
    // As a browser asks for it, and as the framework's own scripts do.
    for (const headers of [{}, { rsc: '1' }]) {
      const page = await fetch(`${site.url}${pathTo('withdrawn', locale)}`, { headers })
      expect(page.status).toBe(200)
      await page.arrayBuffer()
    }
  }
  // What the framework writes, it writes after its answer: it has been written once the site has stopped.
  await site.stop()
  expect(filesOfServer()).toEqual(before)
  // Nor was one there from somebody before.
  expect(before.filter((file) => file.includes('route-cache'))).toEqual([])
})
