import type { Page } from '@playwright/test'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { sourceInput, sourceParts } from '@/lib/import/parse-wave-form'
import { expectTitle, press } from '../support/e2e/admin'
import { test } from '../support/e2e/admin-people'
import { compareWith } from '../support/e2e/contribution'
import { figureRow, unfoldAll } from '../support/e2e/figures'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import { publishedFigures } from '../support/published-figures'

test.use({ expectedNoise: /422/ })
test.describe.configure({ timeout: 240_000 })

const waveId = '2026-12'
const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

const columns = 'code;population;part (%);qualifier;passage;time_frame;base n'

/** Forty figures of a second wave as an institute may send them, one of them too small to be stored, and two doubtful. */
function secondWave(): Buffer {
  const lines = publishedFigures.slice(0, 40).map(({ indicator, population, sharePercent, timeFrame }) => {
    const share = indicator === 'usage.intend' ? '<1' : String(sharePercent + 1).replace('.', ',')
    return [indicator, population, share, 'exact', 'rapport', timeFrame ?? '', '1203'].join(';')
  })
  return Buffer.from(`\uFEFF${[columns, ...lines].join('\r\n')}`)
}

/** A control by its label, beside which it may be said that it has to be filled in. */
const field = (page: Page, locale: Locale, key: string) => {
  const label = say(locale, `admin.figures.${key}`)
  const required = `${label} (${say(locale, 'admin.required')})`
  return page.getByLabel(label, { exact: true }).or(page.getByLabel(required, { exact: true }))
}

async function readFile(page: Page, locale: Locale, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel(say(locale, 'admin.figures.upload.label'))
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await press(page, locale, 'admin.figures.upload.submit')
}

async function giveReason(page: Page, locale: Locale, within = '.wave-draft'): Promise<void> {
  const form = page.locator(within)
  await form.getByLabel(say(locale, 'admin.figures.reason.fr')).fill('Une faute de frappe.')
  await form.getByLabel(say(locale, 'admin.figures.reason.en')).fill('A typing error.')
}

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('an owner brings in a second wave, makes it current, corrects a figure and goes back: all pages follow', async ({
      page,
      context,
      browser,
      baseURL,
      people,
    }) => {
      const owner = await people.firstOwner()
      await owner.enter(context)
      const look = async () => (hasScripts ? expectAccessible(page) : undefined)
      const visitors = await browser.newContext({
        ...(baseURL && { baseURL }),
        javaScriptEnabled: hasScripts,
      })
      const person = await visitors.newPage()
      await compareWith(person, locale, answers, hasScripts)
      const shareOf = async (text: RegExp, path = pathTo('results', locale)) => {
        await person.goto(path)
        await unfoldAll(person)
        await expect(figureRow(person, 'usage.any/french').locator('> b')).toHaveText(text)
      }
      await shareOf(/^48\s?%$/)

      // A description that is kept as it stands changes nothing: lines end as they did.
      await page.goto(`${adminPath('waveAbout', locale)}/2025-12`)
      await press(page, locale, 'admin.figures.about.save')
      await page.waitForURL(`**${adminPath('wave', locale)}/2025-12`)
      await expect(page.getByText(say(locale, 'admin.figures.draft.nothingNew'))).toBeVisible()

      // A new wave is described.
      await page.goto(adminPath('figures', locale))
      await expectTitle(page, locale, 'figures')
      await look()
      await page.getByRole('link', { name: say(locale, 'admin.figures.newWave') }).click()
      await field(page, locale, 'about.fields.id').fill('2025-12')
      await field(page, locale, 'about.fields.commissionedBy').fill('MentalTech')
      await field(page, locale, 'about.fields.conductedBy').fill('Ifop')
      await field(page, locale, 'about.fields.publishedOn').first().fill('2026-12-10')
      await field(page, locale, 'about.fields.sampleSize').fill('1 203')
      await field(page, locale, 'about.source.publisher').fill('DSIH')
      await field(page, locale, 'about.source.title').fill('Un an après')
      await field(page, locale, 'about.source.url').fill('https://example.org/un-an-apres')
      await field(page, locale, 'about.source.publishedOn').last().fill('2026-12-15')
      await press(page, locale, 'admin.figures.about.save')
      await expect(page.getByText(say(locale, 'admin.figures.about.problems.taken'))).toBeVisible()
      await look()
      await field(page, locale, 'about.fields.id').fill(waveId)
      await press(page, locale, 'admin.figures.about.save')
      await page.waitForURL(`**${adminPath('wave', locale)}/${waveId}`)
      await expect(page.getByText(say(locale, 'admin.figures.draft.noFigures'))).toBeVisible()
      await look()

      // What is no table is refused, with the reason; a table is read, and what it lacks is said line by line.
      await readFile(page, locale, 'rapport.pdf', Buffer.from('%PDF-1.7 nothing'))
      await expect(page.locator('#upload-file-problem')).toContainText('PDF')
      await look()
      // A row that is refused in three columns is refused once, and each of its figures can be typed in.
      const wide =
        'code;qualifier;passage;Ensemble;Moins de 35 ans;35 ans et plus\nmood.good;exact;rapport;1;2;3'
      await readFile(page, locale, 'large.csv', Buffer.from(wide))
      await expect(page.locator('[data-line]')).toHaveCount(1)
      await expect(page.locator('[data-line] > ul > li')).toHaveCount(1)
      await expect(page.locator('[data-line] form')).toHaveCount(3)
      const names = await page.locator('[data-line]').locator('a, button').allInnerTexts()
      expect(new Set(names).size).toBe(6)
      await look()
      await readFile(page, locale, 'vague-2.csv', secondWave())
      await expect(page.locator('[data-line]')).toHaveCount(1)
      await expect(page.locator('[data-line]')).toContainText('<1')
      await expect(page.getByText(say(locale, 'admin.figures.draft.mendFirst'))).toBeVisible()
      await expect(
        page.getByRole('button', { name: say(locale, 'admin.figures.publish.submit') }),
      ).toHaveCount(0)
      await look()
      await expect(person.locator('body')).toBeVisible()
      await shareOf(/^48\s?%$/)

      // A second source, in which the line that lacks is read.
      const fillSource = async (parts: readonly string[]) => {
        await page.goto(`${adminPath('waveAbout', locale)}/${waveId}`)
        for (const [place, part] of sourceParts.entries()) {
          await page.locator(`[name="${sourceInput(1, part)}"]`).fill(parts[place] ?? '')
        }
        await press(page, locale, 'admin.figures.about.save')
      }
      await fillSource(['Ifop', 'Les tableaux', 'https://example.org/tableaux', '2026-12-10'])
      await page.waitForURL(`**${adminPath('wave', locale)}/${waveId}`)

      // The line is mended by hand.
      await page.getByRole('link', { name: say(locale, 'admin.figures.draft.type') }).click()
      await expect(field(page, locale, 'figure.fields.code')).toHaveValue('usage.intend')
      await expect(field(page, locale, 'figure.fields.value')).toHaveValue('<1')
      await expect(field(page, locale, 'figure.fields.passage')).toHaveValue('rapport')
      await expect(field(page, locale, 'figure.fields.base_n')).toHaveValue('1203')
      await look()
      await field(page, locale, 'figure.fields.value').fill('beaucoup')
      await field(page, locale, 'figure.fields.source').selectOption('Ifop, Les tableaux')
      await press(page, locale, 'admin.figures.figure.save')
      await expect(page.locator('#figure-value-problem')).toContainText('beaucoup')
      await look()
      await field(page, locale, 'figure.fields.value').fill('0,5')
      await press(page, locale, 'admin.figures.figure.save')
      await page.waitForURL(`**${adminPath('wave', locale)}/${waveId}`)
      await expect(page.locator('[data-line]')).toHaveCount(0)

      // Its source cannot be taken out.
      await fillSource([])
      await expect(page.getByText(say(locale, 'admin.figures.about.problems.cited'))).toBeVisible()
      await look()
      await page.goto(`${adminPath('wave', locale)}/${waveId}`)

      // It is published, and made the current wave.
      await press(page, locale, 'admin.figures.publish.submit')
      await expect(page.locator('[data-state="1"]')).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: '1' })).toBeFocused()
      await look()
      await shareOf(/^48\s?%$/)
      await shareOf(/^49\s?%$/, `${pathTo('results', locale)}/${waveId}`)
      await expect(
        person.getByText(say(locale, 'contribution.offer.title')).or(person.locator('.contribution')),
      ).toHaveCount(0)
      await page.goto(adminPath('figures', locale))
      const card = page.locator(`[data-wave="${waveId}"]`)
      await card.getByText(say(locale, 'admin.figures.makeCurrent')).first().click()
      await card.getByRole('button').click()
      await expect(card).toContainText(say(locale, 'admin.figures.current'))
      await expect(page.getByRole('status')).toContainText('2026')
      // The method page speaks of the wave that is current: how many were asked is known of this one.
      await expect(async () => {
        await person.goto(pathTo('method', locale))
        await expect(person.getByText(say(locale, 'method.unknown.sampleSize'))).toHaveCount(0, {
          timeout: 1000,
        })
      }).toPass()
      await expect(person.locator('#wave')).toHaveCount(0)
      await shareOf(/^49\s?%$/)
      await shareOf(/^48\s?%$/, `${pathTo('results', locale)}/2025-12`)

      // One figure is corrected, for a reason.
      await page.goto(`${adminPath('figure', locale)}/${waveId}?code=usage.any&population=french`)
      await field(page, locale, 'figure.fields.value').fill('51')
      await press(page, locale, 'admin.figures.figure.save')
      await page.waitForURL(`**${adminPath('wave', locale)}/${waveId}`)
      await expect(page.locator('[data-change="changed"]')).toHaveCount(1)
      const unchanged = page.locator('.wave-draft details', { hasText: '39' }).first()
      await unchanged.locator('summary').click()
      await expect(unchanged.locator('li')).toHaveCount(39)
      await press(page, locale, 'admin.figures.publish.submit')
      await expect(page.locator('.wave-draft .problem').first()).toBeVisible()
      await look()
      await giveReason(page, locale)
      await press(page, locale, 'admin.figures.publish.submit')
      await expect(page.locator('[data-state="2"]')).toBeVisible()
      await shareOf(/^51\s?%$/)
      await expect(async () => {
        await person.goto(pathTo('corrections', locale))
        await expect(person.locator(`#\\3${waveId.slice(0, 1)} ${waveId.slice(1)}-2`)).toContainText(
          /49.*51/,
          {
            timeout: 1000,
          },
        )
      }).toPass()
      await expect(
        person.getByText(locale === 'fr' ? 'Une faute de frappe.' : 'A typing error.'),
      ).toBeVisible()
      const earlier = person.locator(`a[href*="${waveId}.csv?state=1"]`)
      const file = await person.request.get((await earlier.getAttribute('href')) ?? '')
      expect(await file.text()).toMatch(/usage\.any,french,.*,49,percent/)
      if (hasScripts) await expectAccessible(person)

      // The state before is brought back.
      const first = page.locator('[data-state="1"]')
      await first.getByText(say(locale, 'admin.figures.bringBack'), { exact: true }).first().click()
      await giveReason(page, locale, '[data-state="1"]')
      await first.getByRole('button').click()
      await expect(page.locator('[data-state="3"]')).toBeVisible()
      await look()
      await shareOf(/^49\s?%$/)
      await expect(async () => {
        await person.goto(pathTo('trends', locale))
        await expect(person.locator('[data-trend="usage.any/french"]')).toContainText(/49/, { timeout: 1000 })
      }).toPass()
      if (hasScripts) await expectAccessible(person)
      await page.goto(adminPath('audit', locale))
      await expect(page.locator('.audit-entry').first()).toContainText(
        say(locale, 'admin.audit.actions.figuresPublished'),
      )
      await visitors.close()
    })
  })
}
