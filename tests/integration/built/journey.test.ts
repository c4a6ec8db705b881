import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pathTo } from '@/lib/i18n/routes'
import { items } from '@/lib/instrument/catalogue'
import type { BrowserWindow } from '../../support/engines/browser-window'
import { engines } from '../../support/engines/engines'
import { currentStep, say } from '../../support/engines/find-in-page'
import {
  backTo,
  beginAtHome,
  choose,
  compare,
  comparedAnswers,
  expectSoon,
  expectTitle,
  press,
  turnPage,
} from '../../support/engines/journey'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite({ MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0' })
})
afterAll(async () => site.stop())

/** What is pressed, question by question, and the answers that this gives. */
const people = [
  {
    name: 'single and multiple choices, an exclusive one, a refused one',
    pressed: {
      ageBand: ['under35'],
      'usage.conversationalAi': ['past', 'regular'],
      'trust.conversationalAi': ['ratherNo'],
      topicsUsed: ['anxiety', 'stress', 'none'],
      aiPurposes: ['practicalAdvice', 'listening'],
      aiSatisfaction: ['rather'],
      benefits: ['informationAccess', 'autonomy'],
      'risk.dataTheft': ['high', ''],
      humanSupport: ['dontKnow'],
    },
    answers: {
      ageBand: 'under35',
      'usage.conversationalAi': 'regular',
      'trust.conversationalAi': 'ratherNo',
      topicsUsed: ['none'],
      aiPurposes: ['listening', 'practicalAdvice'],
      aiSatisfaction: 'rather',
      benefits: ['informationAccess', 'autonomy'],
      humanSupport: 'dontKnow',
    },
  },
  {
    name: 'of multiple choices the first option alone',
    pressed: {
      'usage.conversationalAi': ['occasional'],
      topicsUsed: ['none', 'personalDevelopment'],
      aiPurposes: ['listening'],
      benefits: ['', 'informationAccess'],
    },
    answers: {
      'usage.conversationalAi': 'occasional',
      topicsUsed: ['personalDevelopment'],
      aiPurposes: ['listening'],
      benefits: ['informationAccess'],
    },
  },
] satisfies { name: string; pressed: Record<string, string[]>; answers: object }[]

for (const { name, isInstalled, open } of engines) {
  describe.skipIf(!isInstalled)(`in ${name}`, () => {
    let window: BrowserWindow
    beforeEach(async () => {
      window = await open()
    })
    afterEach(async () => window.close())

    test.each(people)('answers are what was given, and stay so: $name', async ({ pressed, answers }) => {
      await beginAtHome(window, site.url)
      const options = new Map<string, readonly string[]>(Object.entries(pressed))
      for (let step = 'age'; step !== 'check'; step = await turnPage(window)) {
        for (const { id } of items.filter((item) => item.step === step)) {
          for (const option of options.get(id) ?? []) await choose(window, id, option)
        }
      }
      await compare(window)
      expect(await comparedAnswers(window)).toEqual(answers)

      await press(window, 'results.change')
      await expectSoon(window, currentStep).toBe('check')
      await compare(window)
      expect(await comparedAnswers(window)).toEqual(answers)
    })

    test('a response is contributed and withdrawn, and its code is not shown again', async () => {
      await compareSome(window)
      const code = () => document.querySelector('.receipt-code code')?.textContent
      await press(window, 'contribution.offer.toForm')
      await press(window, 'consent.agreement')
      await press(window, 'contribution.submit')
      await expectSoon(window, code).toMatch(/^(\w{4}-){4}\w{4}$/)

      await press(window, 'receipt.withdraw')
      await expectTitle(window, 'withdrawal.title')
      await press(window, 'withdrawal.submit')
      await expectTitle(window, 'withdrawn.title')
      await backTo(window, pathTo('results', 'fr'))
      await expectSoon(window, () => document.querySelector('#contribution h2')?.textContent).toBe(
        say('contribution.offer.title'),
      )
      expect((await window.evaluate(code)) ?? null).toBeNull()
    })

    test('what was erased is not shown on Back', async () => {
      await compareSome(window)
      await press(window, 'results.erase')
      await press(window, 'results.eraseConfirm')
      await expectTitle(window, 'erased.title')
      await backTo(window, pathTo('results', 'fr'))
      await expectTitle(window, 'results.withoutAnswers.none.title')
      await backTo(window, pathTo('questionnaire', 'fr'))
      await expectSoon(window, currentStep).toBeTruthy()
      expect(await window.evaluate(() => document.querySelectorAll('input:checked').length)).toBe(0)
    })
  })
}

/** The shortest way to a comparison. */
async function compareSome(window: BrowserWindow): Promise<void> {
  await beginAtHome(window, site.url)
  await choose(window, 'ageBand', 'from35')
  // An address that differs in its fragment only would make an entry of the history without the router's state.
  await window.goTo(`${site.url}${pathTo('home', 'fr')}`)
  await window.goTo(`${site.url}${pathTo('questionnaire', 'fr')}#check`)
  await expectSoon(window, currentStep).toBe('check')
  await compare(window)
}
