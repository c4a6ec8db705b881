import type { Page } from '@playwright/test'
import { pathTo } from '@/lib/i18n/routes'
import { items, steps } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import {
  answerStep,
  choose,
  compareButton,
  continueTo,
  currentStep,
  openQuestionnaire,
  remember,
  say,
} from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { holdScripts } from '../support/e2e/ways-to-wake'
import { allHighest } from '../support/golden/all-highest.data'
import { mixed } from '../support/golden/mixed.data'

const phone = { width: 360, height: 740 }
const locales = ['fr', 'en'] as const
const places = [...steps, 'check'] as const

/** Turns to a place of a questionnaire that is open. */
async function turnTo(page: Page, place: string): Promise<void> {
  await page.evaluate((fragment) => {
    location.hash = fragment
  }, place)
  await expect(currentStep(page)).toHaveAttribute('id', place)
}

test.describe('the number of steps', () => {
  const ways = {
    'everything used': allHighest.answers,
    'a bit of all': mixed.answers,
    'nothing answered': {},
  }

  for (const [who, answers] of Object.entries(ways)) {
    test(`never grows on the way: ${who}`, async ({ page }) => {
      await openQuestionnaire(page, 'fr')
      const said: string[] = []
      for (;;) {
        const place = await currentStep(page).getAttribute('id')
        await answerStep(page, answers)
        said.push(await page.locator('#progress').innerText())
        if (place === 'check') break
        await currentStep(page).locator('.pages .button').click()
        await expect(currentStep(page)).not.toHaveAttribute('id', place ?? '')
      }
      const numbers = said.map((text) => (text.match(/\d+/g) ?? []).map(Number))
      const totals = numbers.map(([, total = 0]) => total)
      expect(said[0]).toBe('Étape 1 sur 13 au plus')
      expect(numbers.map(([step]) => step)).toEqual(totals.map((_, index) => index + 1))
      expect(totals).toEqual(totals.toSorted((one, other) => other - one))
      expect(totals.at(-1)).toBe(said.length)
    })
  }

  test('does not change while a person makes up their mind', async ({ page }) => {
    await openQuestionnaire(page, 'fr', '#conversationalAi')
    for (const option of ['regular', 'never', 'past']) {
      await choose(page, 'usage.conversationalAi', option)
      await expect(page.locator('#progress')).toHaveText('Étape 5 sur 13 au plus')
    }
  })
})

test.describe('to the comparison before the end', () => {
  const compareNow = say('fr', 'questionnaire.compareNow')

  test('a button leads there from the second step on, after those that turn the page', async ({ page }) => {
    await openQuestionnaire(page, 'fr')
    const button = page.getByRole('button', { name: compareNow })
    await expect(button).toHaveCount(0)
    await continueTo(page, 'fr', 'appointmentPlatforms')
    await choose(page, 'effectiveness.appointmentPlatforms', 'ratherYes')
    await page.locator('input[name="effectiveness.appointmentPlatforms"]:checked').focus()
    for (const name of [say('fr', 'questionnaire.next'), say('fr', 'questionnaire.back'), compareNow]) {
      await page.keyboard.press('Tab')
      await expect(page.getByRole('button', { name })).toBeFocused()
    }
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: say('fr', 'questionnaire.checkTitle') })
    await expect(heading).toBeFocused()
    await expect(button).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expect(compareButton(page, 'fr')).toBeFocused()
  })

  test('a link leads there while the scripts come', async ({ page }) => {
    const release = await holdScripts(page)
    await page.goto(`${pathTo('questionnaire', 'fr')}#teleconsultation`, { waitUntil: 'commit' })
    await choose(page, 'usage.teleconsultation', 'past')
    await page.getByRole('link', { name: compareNow }).click()
    await expect(compareButton(page, 'fr')).toBeVisible()
    release()
    await expect(page.locator('dd[data-item="usage.teleconsultation"]')).toHaveText(
      say('fr', 'options.usage.past'),
    )
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('there is nothing to turn: the button that sends is the last of the one page', async ({ page }) => {
      await page.goto(pathTo('questionnaire', 'fr'))
      await expect(page.getByRole('link', { name: compareNow })).toHaveCount(0)
      await expect(page.getByText(say('fr', 'questionnaire.compareNote'))).toBeVisible()
      await expect(page.getByRole('button', { name: say('fr', 'questionnaire.compare') })).toHaveCount(1)
    })
  })
})

for (const locale of locales) {
  test.describe(`on a phone, ${locale}`, () => {
    test.use({ viewport: phone })

    test('what sending means stands by its button, on the first screen of the check page', async ({
      page,
    }) => {
      await remember(page, allHighest.answers)
      await openQuestionnaire(page, locale, '#check')
      const note = say(locale, 'questionnaire.compareNote')
      await expect(page.getByText(note)).toBeInViewport({ ratio: 1 })
      await expect(compareButton(page, locale)).toBeInViewport({ ratio: 1 })
      expect(await page.evaluate(() => scrollY)).toBeLessThan(60)
      // The same button below the list of answers.
      const buttons = page.getByRole('button', { name: say(locale, 'questionnaire.compare') })
      await expect(buttons).toHaveCount(2)
      await expect(buttons.first()).toHaveAccessibleDescription(note)
      await expect(buttons.last()).toHaveAccessibleDescription(note)
    })

    test('steps are short: to the end of their buttons, the help at the foot of the page not counted', async ({
      page,
    }) => {
      await remember(page, allHighest.answers)
      await openQuestionnaire(page, locale)
      const limits = Object.fromEntries(tools.map((tool) => [tool, 1400]))
      for (const [place, limit] of Object.entries({ ...limits, topics: 2000, risks: 2000 })) {
        await turnTo(page, place)
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        const end = await currentStep(page)
          .locator('.compare-now')
          .evaluate((last) => last.getBoundingClientRect().bottom + scrollY)
        expect([place, end]).toEqual([place, Math.min(end, limit)])
      }
    })

    test('text twice as large needs no sideways scroll on any step', async ({ page }) => {
      await remember(page, allHighest.answers)
      await openQuestionnaire(page, locale)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '32px'
      })
      for (const place of places) {
        await turnTo(page, place)
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([place, beyond]).toEqual([place, 0])
      }
    })

    test('choices are 44 pixels high and do not lie over each other, with wider text spacing too', async ({
      page,
    }) => {
      await remember(page, allHighest.answers)
      await openQuestionnaire(page, locale)
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
        )
        document.adoptedStyleSheets.push(sheet)
      })
      for (const place of steps) {
        await turnTo(page, place)
        expect([place, await page.evaluate(faultyChoices)]).toEqual([place, []])
      }
    })

    test('each question is named by all of its words, and shows what its step has not said', async ({
      page,
    }) => {
      await remember(page, allHighest.answers)
      await openQuestionnaire(page, locale)
      for (const { id, kind, step, stem, shownWhen } of items) {
        if (shownWhen?.quantifier === 'none') continue
        await turnTo(page, step)
        const question = page.locator(`[id="question-${id}"]`)
        const several = kind === 'multiple' ? ` ${say(locale, 'questionnaire.several')}` : ''
        await expect(question).toHaveAccessibleName(say(locale, `items.${id}.question`) + several)
        const shown = say(locale, `items.${id}.${stem === null ? 'question' : 'rest'}`)
        await expect(question.getByText(shown, { exact: true }).last()).toBeVisible()
        if (stem !== null && stem !== 'title') {
          await expect(currentStep(page).getByText(say(locale, `stems.${stem}`))).toHaveCount(1)
        }
      }
    })
  })
}

/** The words of choices that are too low, or that lie over one another or beyond their own frame. Runs in the page. */
function faultyChoices(): readonly (string | null)[] {
  const choices = [...document.querySelectorAll('.step:not([hidden]) .choice')].filter((choice) =>
    choice.checkVisibility(),
  )
  const wordsOf = (choice: Element) => {
    const range = document.createRange()
    range.selectNodeContents(choice)
    return range.getBoundingClientRect()
  }
  const boxes = choices.map((choice) => choice.getBoundingClientRect())
  return choices
    .filter((choice, index) => {
      const [box, words] = [boxes[index], wordsOf(choice)]
      if (!box || box.height < 44 || words.right > box.right || words.bottom > box.bottom) return true
      return boxes.some(
        (other) =>
          other !== box &&
          other.left < box.right &&
          box.left < other.right &&
          other.top < box.bottom &&
          box.top < other.bottom,
      )
    })
    .map((choice) => choice.textContent)
}
