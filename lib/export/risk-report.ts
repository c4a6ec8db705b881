import { sharePercentOf, type PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { rounded } from './aggregates'
import { aboutProtection, type EditionFile } from './edition-file'
import { inEach, type ExportWords } from './words'

/** The equivalence classes of a file. */
export interface ClassSizes {
  /** How many there are. */
  readonly count: number
  /** Records of the smallest; 0 where there are none. */
  readonly smallest: number
}

const explained = {
  formulas: {
    class: 'records that agree in all columns of the scheme',
    highestRisk: '1 / min f, f being the number of records of a class (prosecutor risk)',
    averageRisk: 'J / n, J being the number of classes and n that of the records',
  },
  sources: {
    risk: 'K. El Emam, Guide to the De-Identification of Personal Health Information, CRC Press 2013',
    kAnonymity: 'L. Sweeney, k-anonymity: a model for protecting privacy, IJUFKS 10 (2002), 557-570',
    lDiversity: 'A. Machanavajjhala et al., l-diversity: privacy beyond k-anonymity, ACM TKDD 1 (2007)',
  },
} as const

/** What the tables of the edition say of each option, both age bands together; null: suppressed. */
const optionsIn = (tables: readonly PublishedTable[]) =>
  tables.flatMap(({ item, population, base, options }) =>
    options.map(({ option, counts }) => {
      const sharePercent = rounded(sharePercentOf(counts.both, base.both))
      return { item, population, option, count: counts.both, base: base.both, sharePercent }
    }),
  )

/** `risk-report.json`. Risks are of 1, and null for a file without records; what waits is rounded to five. */
export function riskReport(
  file: EditionFile,
  { count, smallest }: ClassSizes,
  tables: readonly PublishedTable[],
  words: ExportWords,
): string {
  const { recordCount, scheme } = file
  const report = {
    wave: file.waveId,
    edition: file.editionId,
    madeUp: file.isDemo,
    madeOn: file.madeOn,
    responsesUntil: file.responsesUntil,
    smallestGroup: file.smallestGroup,
    scheme,
    inTheFile: recordCount,
    leftOut: file.leftOut,
    classes: count,
    smallestClass: smallest,
    highestRisk: smallest === 0 ? null : 1 / smallest,
    averageRisk: recordCount === 0 ? null : count / recordCount,
    missing: inEach(words, (language) => aboutProtection(language).join(' ')),
    options: optionsIn(tables),
    ...explained,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
