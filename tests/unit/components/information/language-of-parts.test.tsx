import { expect, it } from 'vitest'
import { Appeal } from '@/components/information/appeal'
import { TrustProfileMethod } from '@/components/information/trust-profile-method'
import { locales } from '@/lib/i18n/locales'
import { drawnIn } from '@/tests/support/in-language'

/** The text outside of parts in French, if the page is in another language. */
const outsideFrench = (html: string) => html.replaceAll(/<(\w+)[^>]* lang="fr"[^>]*>.*?<\/\1>/gs, '')

it.each(locales)('French names are marked as French, on a page in %s', (locale) => {
  for (const [page, name] of [
    [<Appeal key="a" />, 'Défenseur des droits'],
    [<TrustProfileMethod key="t" />, 'Fréchet'],
  ] as const) {
    const html = drawnIn(locale, page)
    expect(html).toContain(name)
    expect(outsideFrench(html)).not.toContain(name)
  }
})
