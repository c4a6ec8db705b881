import { expect, test } from 'vitest'
import { isEmbed, isScriptless, policyOf, withoutScripts } from '@/server/scriptless-pages'
import { serve } from '../../support/served'

const page =
  '<head><link rel="stylesheet" href="/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/a.js"/>' +
  '<script src="/a.js" async=""></script><script type="application/ld+json">{"a":1}</script></head>' +
  '<p>scripted &lt;script&gt;</p><script>self.x = "</p>"\n</script>'

test('what a browser would run or fetch to run goes, and nothing else', () => {
  expect(withoutScripts(page)).toBe(
    '<head><link rel="stylesheet" href="/a.css"/><script type="application/ld+json">{"a":1}</script></head>' +
      '<p>scripted &lt;script&gt;</p>',
  )
})

test('only what is made for other sites may be shown by them', () => {
  for (const address of ['/fr/integrer/2025-12/usage-any', '/en/embed/2025-12/usage-any?x=1']) {
    expect([address, isEmbed(address), isScriptless(address)]).toEqual([address, true, true])
    expect(policyOf(address)).toMatch(/frame-ancestors \*$/)
  }
  expect(isScriptless('/fr/chiffres/2025-12/usage-any')).toBe(true)
  expect(policyOf('/fr/chiffres/2025-12/usage-any')).toMatch(/frame-ancestors 'none'$/)
  const others = [
    '/fr',
    '/en/embed',
    '/en/embed/2025-12',
    '/en/integrer/2025-12/a',
    '/fr/chiffres/2025-12/a.csv',
    '/fr/chiffres',
    '/x/en/embed/1/2',
  ]
  expect(others.filter((address) => isEmbed(address) || isScriptless(address))).toEqual([])
})

test('a page that the framework answers goes out without its scripts too, in one piece or in several', async () => {
  for (const pieces of [[page], [page.slice(0, 150), page.slice(150)]]) {
    const port = await serve(async (_request, response) => {
      await Promise.resolve()
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      const last = pieces.at(-1)
      for (const piece of pieces.slice(0, -1)) response.write(piece)
      response.end(last)
    })
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    expect(await read('/fr/chiffres/2025-12/usage-any')).toBe(withoutScripts(page))
    expect(await read('/fr')).toBe(page)
  }
})
