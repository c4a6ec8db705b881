import { expect, test } from 'vitest'
import { OpeningChecklist, type OpeningState } from '@/components/admin/dashboard/opening-checklist'
import { locales } from '@/lib/i18n/locales'
import { drawnIn } from '@/tests/support/in-language'
import { messages } from '@/tests/support/messages'

const nothing: OpeningState['steps'] = {
  operator: false,
  secondOwner: false,
  licence: false,
  scheme: false,
  rhythm: false,
  backup: false,
  publicAddress: false,
}
const all = Object.fromEntries(Object.keys(nothing).map((item) => [item, true])) as OpeningState['steps']

test.each(locales)(
  'what is left to do leads to where it is done, and what is done says so in words, in %s',
  (locale) => {
    const say = (key: string) => messages[locale].get(`admin.opening.${key}`) ?? expect.fail(key)
    const html = drawnIn(locale, <OpeningChecklist steps={{ ...nothing, licence: true }} isOpen={false} />)
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
  expect(drawnIn('fr', <OpeningChecklist steps={all} isOpen />)).toBe('')
  for (const item of Object.keys(nothing)) {
    expect(drawnIn('fr', <OpeningChecklist steps={{ ...all, [item]: false }} isOpen={false} />)).toContain(
      'data-done="false"',
    )
  }
})

test.each(locales)(
  'a site that is open already is told what is left, and not to wait with opening, in %s',
  (locale) => {
    const title = (isOpen: boolean) =>
      /<h2[^>]*>([^<]+)</.exec(drawnIn(locale, <OpeningChecklist steps={nothing} isOpen={isOpen} />))?.[1]
    expect(title(true)).toBe(messages[locale].get('admin.opening.leftTitle'))
    expect(title(false)).toBe(messages[locale].get('admin.opening.title'))
  },
)
