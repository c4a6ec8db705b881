import fc from 'fast-check'
import { applicableAnswers } from '@/lib/instrument/visibility'
import type { Answers } from '@/lib/instrument/answers'
import { arbitraryAnswers } from '../support/arbitrary-answers'
import { expect, test } from '../support/e2e/test'
import { comparedAnswers, waysToWake } from '../support/e2e/ways-to-wake'

/** With the first option of each question of several choices, which a form library may take for a single box. */
const written: readonly Answers[] = [
  { 'usage.conversationalAi': 'regular', benefits: ['informationAccess'], aiPurposes: ['listening'] },
  { 'usage.teleconsultation': 'past', topicsUsed: ['none'] },
  {
    ageBand: 'under35',
    'usage.conversationalAi': 'occasional',
    benefits: ['informationAccess', 'autonomy'],
    topicsUsed: ['personalDevelopment', 'severeDisorders'],
    aiPurposes: ['listening', 'other'],
  },
]

const random = fc
  .sample(arbitraryAnswers, { seed: 2026, numRuns: 20 })
  .map(applicableAnswers)
  .filter((answers) => Object.keys(answers).length > 0)
  .slice(0, 3)

for (const [way, arrive] of Object.entries(waysToWake)) {
  test.describe(way, () => {
    test.use({ expectedNoise: /422/ })

    test('the answers are those that were given: nothing added, nothing lost', async ({ page, context }) => {
      for (const answers of [...written, ...random]) {
        await arrive(page, answers)
        expect(await comparedAnswers(page)).toEqual(answers)
        await context.clearCookies()
        await page.evaluate(() => sessionStorage.clear())
      }
    })
  })
}
