import type { Page } from 'puppeteer-core'
import { pathTo } from '@/lib/i18n/routes'
import { controlWith, say } from '../../tests/support/engines/find-in-page'
import type { ScreenReader } from './screen-reader'

/** What is read of a whole page, once it is loaded, is cut after so many lines. */
const longestReading = 15

const consentBox = 'input[name="consent"]'

function print(title: string, utterances: readonly string[]): void {
  let left = longestReading
  const shown = utterances.filter((utterance) => !utterance.startsWith('… ') || (left -= 1) >= 0)
  console.log(['', `== ${title}`, ...shown].join('\n'))
  if (left < 0) console.log(`… and ${-left} more`)
}

/** Walks the places that matter most to those who listen, and prints what is said at each. */
export async function walk(page: Page, reader: ScreenReader, siteUrl: string): Promise<void> {
  const questionnaire = `${siteUrl}${pathTo('questionnaire', 'fr')}`
  /** Does something that is not listened to. */
  const silently = async (act: () => Promise<unknown>) => {
    await act()
    await reader.said()
  }
  /** Presses a key, and prints what is said until a selector finds something and silence falls. */
  const hear = async (title: string, key: string, until = 'body') => {
    reader.press(key)
    await page.waitForSelector(until)
    print(title, await reader.said())
  }
  const focusOn = async (key: string) =>
    silently(async () => {
      await page.waitForFunction(controlWith, {}, say(key))
      await (await page.evaluateHandle(controlWith, say(key))).asElement()?.focus()
    })
  /** Puts the focus where Tab leads to what a selector finds. */
  const focusBefore = async (selector: string) =>
    silently(() =>
      page.evaluate((wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')]
        const seen = all.filter((each) => each.tabIndex >= 0 && each.getClientRects().length > 0)
        seen[seen.findIndex((each) => each.matches(wanted)) - 1]?.focus()
      }, selector),
    )

  await silently(() => page.goto(`${siteUrl}${pathTo('home', 'fr')}`))
  reader.press('F6')
  await focusOn('home.start')
  await hear('The questionnaire is opened', 'Return', 'form[data-awake]')
  await focusOn('questionnaire.next')
  await hear('Its page is turned', 'Return')
  await hear('Tab leads to the first question', 'Tab')
  await hear('An answer is chosen, by which there are more steps', 'space')
  await hear('Another answer is chosen, by which there are as many', 'Down')
  await focusOn('questionnaire.next')
  await hear('Its page is turned again', 'Return')

  await silently(() => page.goto(`${questionnaire}#benefits`))
  await hear('Tab leads to a question with several answers', 'Tab')
  await hear('A first answer is chosen', 'space')
  await silently(() => page.goto(`${questionnaire}#check`))

  await page.setOfflineMode(true)
  await focusOn('questionnaire.compare')
  await hear('The comparison is asked for without a network', 'Return', '.problem-summary')
  await page.setOfflineMode(false)
  await focusOn('questionnaire.compare')
  await hear('The results arrive', 'Return', '[data-figure]')

  await focusOn('contribution.offer.toForm')
  await hear('The page to contribute opens', 'Return', consentBox)
  await focusBefore(consentBox)
  await hear('Tab leads to the box of the consent', 'Tab')
  await focusOn('contribution.submit')
  await hear('A contribution is sent without the consent', 'Return')
  await hear('The box is ticked', 'space')
  await focusOn('contribution.submit')
  await hear('The receipt arrives', 'Return', '.receipt-code')
  await silently(() => page.goto(`${siteUrl}${pathTo('results', 'fr')}`))
  await focusOn('results.erase')
  await hear('Erasing everything asks first', 'Return')
  await focusOn('results.eraseConfirm')
  await hear('Everything is erased', 'Return', '#erased-words')
}
