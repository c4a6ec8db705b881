import { expect, it } from 'vitest'
import { Privacy } from '@/components/information/privacy'
import { deviceDays } from '@/lib/auth/device'
import { sessionLimits } from '@/lib/auth/session-limits'
import { cookieNames, teamCookies } from '@/lib/cookies'
import { locales } from '@/lib/i18n/locales'
import { unsaidOperator } from '@/lib/operator/operator'
import { drawnIn } from '../../support/in-language'
import { messages } from '../../support/messages'
import { sourceFiles } from '../../support/source-files'

/** What gives browsers cookies, or takes them away, by the framework, by a header or by a script. */
const sets = /\bcookies\(\)|document\.cookie|cookieStore|['"]set-cookie['"]/

it('every cookie is in one table, and only these files set any', () => {
  const setters = [...sourceFiles('app', 'components', 'lib', 'server')].filter(([, text]) => sets.test(text))
  expect(setters.map(([path]) => path).toSorted()).toEqual([
    'lib/auth/current-request.ts',
    'lib/session/comparison-session.ts',
    // These hand on, or take out, what the framework set.
    'server/page-instead.ts',
    'server/render-for-nobody.ts',
  ])
  for (const [path, text] of setters.filter(([each]) => each.startsWith('lib/'))) {
    expect([path, text.includes("import { cookieNames } from '@/lib/cookies'")]).toEqual([path, true])
    expect([path, /\.(?:set|delete)\((?!cookieNames\.|fullName\()/.test(text)]).toEqual([path, false])
  }
})

it.each(locales)(
  'the privacy page names every cookie of that table, and has words for no other, %s',
  (locale) => {
    const page = drawnIn(locale, <Privacy receiptDays={30} responseMonths={24} operator={unsaidOperator} />)
    const named = [...page.matchAll(/[«“]\u202f?(miroir-[a-z-]+|comparison)\u202f?[»”]/g)].map(([, name]) =>
      String(name),
    )
    expect([...new Set(named)].toSorted()).toEqual(Object.values(cookieNames).toSorted())
    const worded = [...messages[locale].keys()].filter((key) => key.startsWith('privacy.kept.team.cookies.'))
    expect(worded.map((key) => key.split('.').at(-1))).toEqual(teamCookies)
  },
)

it('they live for as long as its words say: half an hour, twelve hours, a year', () => {
  const { idleSeconds, mostSeconds } = sessionLimits
  expect([idleSeconds / 60, mostSeconds / 3600, deviceDays]).toEqual([30, 12, 365])
})
