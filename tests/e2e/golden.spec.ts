import { goldenRespondents } from '../support/golden/golden-respondents'
import { compareRemembered } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

/** What a reading says on the page, in the words of the golden fixtures. */
function told(lines: readonly string[], locale: 'fr' | 'en'): string {
  const [figure = '', relation = ''] = lines
  const same =
    locale === 'fr'
      ? /(Environ |Plus de |Moins de )?(\d+) personnes? sur 100 répond/.exec(relation)
      : /(About |More than |Fewer than )?(\d+) (?:people|person) in 100 answer/.exec(relation)
  if (same) {
    const precision = {
      Environ: 'about ',
      About: 'about ',
      Plus: 'more_than ',
      More: 'more_than ',
      Moins: 'less_than ',
      Fewer: 'less_than ',
    }
    const isTrue = !/autrement|otherwise/.test(relation)
    const first = same[1]?.split(' ')[0] as keyof typeof precision | undefined
    return `${isTrue ? 'yes' : 'no'} ${first ? precision[first] : ''}${same[2]}`
  }
  expect(figure).toMatch(/\d/)
  return /autre groupe|another group/i.test(relation) ? 'other' : '?'
}

for (const locale of ['fr', 'en'] as const) {
  for (const { name, answers, expected } of goldenRespondents) {
    test(`the page shows what was worked out by hand: ${name}, ${locale}`, async ({ page }) => {
      await compareRemembered(page, locale, answers)
      const readings = await page.locator('.reading').evaluateAll((elements) =>
        elements.map((element) => ({
          figure: element.getAttribute('data-figure') ?? '',
          lines: ['.figure', '.relation'].map((part) => element.querySelector(part)?.textContent ?? ''),
        })),
      )
      const found: Record<string, string> = {}
      for (const { figure, lines } of readings) {
        found[figure] = found[figure] ? `${found[figure]} | ${told(lines, locale)}` : told(lines, locale)
      }
      // Told in a sentence of the introduction, and not as a comparison of its own.
      const { 'expectation.fearMisinformationOrLeak/french': _restated, ...compared } = expected
      expect(found).toEqual(compared)
    })
  }
}
