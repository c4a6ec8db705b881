import { expect, test } from 'vitest'
import { OpeningChecklist, type OpeningState } from '@/components/admin/dashboard/opening-checklist'
import { locales } from '@/lib/i18n/locales'
import { drawnIn } from '@/tests/support/in-language'
import { messages } from '@/tests/support/messages'

const nothing: OpeningState = {
  operator: false,
  secondOwner: false,
  licence: false,
  scheme: false,
  rhythm: false,
  backup: false,
  publicAddress: false,
}
const all = Object.fromEntries(Object.keys(nothing).map((item) => [item, true])) as OpeningState

test.each(locales)(
  'what is left to do leads to where it is done, and what is done says so in words, in %s',
  (locale) => {
    const say = (key: string) => messages[locale].get(`admin.opening.${key}`) ?? expect.fail(key)
    const html = drawnIn(locale, <OpeningChecklist state={{ ...nothing, licence: true }} />)
    const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address)
    expect(addresses).toEqual(
      [
        'operator',
        'accounts?invite=owner#invite-title',
        'settings#licence-title',
        'editions#scheme',
        'settings#editions-title',
        'settings#machine-title',
        'settings#machine-title',
      ].map((place) => `/${locale}/admin/${place}`),
    )
    expect(html.split(`>${say('toDo')}<`)).toHaveLength(7)
    expect(html.split(`>${say('done')}<`)).toHaveLength(2)
    expect(html).toContain(say('items.operator.why'))
    expect(html).not.toContain(say('items.licence.why'))
  },
)

test('the list goes once all is done', () => {
  expect(drawnIn('fr', <OpeningChecklist state={all} />)).toBe('')
  for (const item of Object.keys(nothing)) {
    expect(drawnIn('fr', <OpeningChecklist state={{ ...all, [item]: false }} />)).toContain(
      'data-done="false"',
    )
  }
})
