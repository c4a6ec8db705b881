/** How each source is called where it is named in passing. */
export const sourceNames = {
  elEmam: 'El Emam 2013',
  machanavajjhala: 'Machanavajjhala et al. 2007',
  sweeney: 'Sweeney 2002',
  prasser: 'Prasser et al. 2020',
} as const

export type SourceId = keyof typeof sourceNames

/** Where the measures are from: as they are cited, in the language of the works. */
export const sourceTexts: Readonly<Record<SourceId, string>> = {
  elEmam: 'K. El Emam, Guide to the De-Identification of Personal Health Information, CRC Press, 2013.',
  machanavajjhala:
    'A. Machanavajjhala, D. Kifer, J. Gehrke, M. Venkitasubramaniam, “ℓ-diversity: Privacy beyond k-anonymity”, ACM Transactions on Knowledge Discovery from Data 1 (2007), 3.',
  sweeney:
    'L. Sweeney, “Achieving k-anonymity privacy protection using generalization and suppression”, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002), 571–588.',
  prasser:
    'F. Prasser, J. Eicher, H. Spengler, R. Bild, K. A. Kuhn, “Flexible data anonymization using ARX”, Software: Practice and Experience 50 (2020), 1277–1304.',
}
