interface FigureKey {
  readonly indicator: string
  readonly population: string
}

/** The fragment that leads to a figure, for good: `trust-teleconsultation`, and `trust-teleconsultation-under_35` of a group. */
export function figureFragment({ indicator, population }: FigureKey): string {
  const code = indicator.replaceAll('.', '-')
  return population === 'french' ? code : `${code}-${population}`
}
