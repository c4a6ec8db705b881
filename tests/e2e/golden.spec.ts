import { locales, type Locale } from '@/lib/i18n/locales'
import { goldenRespondents } from '../support/golden/golden-respondents'
import { figureRows, rowCount } from '../support/e2e/figures'
import { compareRemembered, say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { publishedFigures } from '../support/published-figures'

const qualifiers: Readonly<Partial<Record<Locale, Readonly<Record<'about' | 'more_than', string>>>>> = {
  fr: { about: 'environ', more_than: 'plus de' },
  en: { about: 'about', more_than: 'more than' },
}

/** A share as the source publishes it, and nothing else. */
function published(code: string, locale: Locale): string {
  const figure = publishedFigures.find(({ indicator, population }) => `${indicator}/${population}` === code)
  if (figure === undefined) throw new Error(`not published: ${code}`)
  const { qualifier, sharePercent } = figure
  const share = `${sharePercent}${locale === 'fr' ? ' ' : ''}%`
  return qualifier === 'exact' ? share : `${qualifiers[locale]?.[qualifier]} ${share}`
}

/** The words that a page may have for what the golden fixtures say of one reading. */
function sides(expected: string, locale: Locale): readonly string[] {
  const words = (...keys: string[]) => keys.map((key) => say(locale, `results.side.${key}`))
  if (expected.startsWith('yes')) return words('also')
  if (expected.startsWith('no')) return words('not')
  if (expected === 'other') return words('otherGroup', 'notAsked')
  if (expected === 'unclear') return words('unclear')
  return words('unanswered', 'missing').map((side) => side.replace(/\{items\}.*/, ''))
}

for (const locale of locales) {
  for (const { name, answers, expected } of goldenRespondents) {
    test(`the page shows what was worked out by hand, beside the published share: ${name}, ${locale}`, async ({
      page,
    }) => {
      await compareRemembered(page, locale, answers)
      await expect(figureRows(page)).toHaveCount(rowCount)
      const rows = await figureRows(page).evaluateAll((elements) =>
        elements.map((element) => {
          const child = (selector: string) => element.querySelector(`:scope > ${selector}`)?.textContent ?? ''
          // Said once for a family of figures of which none was asked.
          const once = element.parentElement?.previousElementSibling
          const side = child('.side') || (once?.matches('.side') ? once.textContent : '')
          return { code: element.getAttribute('data-figure') ?? '', share: child('b'), side }
        }),
      )
      for (const { code, share, side } of rows) {
        expect([code, share.replaceAll(/\s/g, ' ')]).toEqual([code, published(code, locale)])
        if (name === 'empty') continue
        for (const one of expected[code]?.split(' | ') ?? ['not expected']) {
          expect({
            code,
            one,
            side: sides(one, locale).some((words) => side.includes(words)) && side,
          }).toEqual({
            code,
            one,
            side,
          })
        }
      }
      const codes = rows.map(({ code }) => code)
      // Told in a sentence of the introduction, and not in a row of its own.
      const { 'expectation.fearMisinformationOrLeak/french': _restated, ...compared } = expected
      expect(codes.toSorted()).toEqual(Object.keys(compared).toSorted())

      // Nowhere on the page is there a share that was not published.
      const shares = (await page.locator('main').textContent())?.match(/\d+(?=\s?%)/g) ?? []
      const known = new Set(publishedFigures.map(({ sharePercent }) => String(sharePercent)))
      expect(shares.filter((share) => !known.has(share))).toEqual([])
    })
  }
}
