import type { RiskReport } from '@/lib/anonymisation/risk-report'
import type { ReleaseRules } from '@/lib/anonymisation/search'
import type { Release } from './release'

/** What `risk-report.json` says beside the numbers: how they are computed, and from where the formulas are. */
const explained = {
  formulas: {
    class:
      'records alike in what the file tells of the quasi-identifiers, in the items that apply, and in what earlier releases told',
    highestRisk: '1 / min f, f being the number of records in a class (prosecutor risk)',
    averageRisk: 'J / n, J being the number of classes and n that of the records',
    loss: '1 - Prec, a withheld record counting as wholly lost',
  },
  sources: {
    risk: 'K. El Emam, Guide to the De-Identification of Personal Health Information, CRC Press 2013',
    kAnonymity: 'L. Sweeney, k-anonymity: a model for protecting privacy, IJUFKS 10 (2002), 557-570',
    lDiversity: 'A. Machanavajjhala et al., l-diversity: privacy beyond k-anonymity, ACM TKDD 1 (2007)',
    loss: 'L. Sweeney, Achieving k-anonymity privacy protection using generalization and suppression, IJUFKS 10 (2002), 571-588',
  },
} as const

/** What is written as `risk-report.json`. Shares and risks are of 1. */
export function riskReportFile(
  { waveId, releaseId, isDemo, cutOn }: Release,
  { k, l, largestWithheldShare }: ReleaseRules,
  report: RiskReport,
): object {
  return {
    wave: waveId,
    release: releaseId,
    responsesUntil: cutOn,
    madeUp: isDemo,
    rules: { k, l, largestWithheldShare },
    ...report,
    ...explained,
  }
}
