/** What a look at one thing found, in a line; a warning and an error say the next step. */
export interface Finding {
  readonly state: 'fine' | 'warning' | 'error'
  /** What was looked at. */
  readonly about: string
  readonly says: string
}

type Say = (about: string, says: string) => Finding

export const fine: Say = (about, says) => ({ state: 'fine', about, says })
export const warning: Say = (about, says) => ({ state: 'warning', about, says })
export const failure: Say = (about, says) => ({ state: 'error', about, says })

/** What a look found; where it failed, an error that says why. */
export async function look(about: string, find: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await find()
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return failure(about, says.replaceAll(/\s*\n\s*/g, ' '))
  }
}

/** Findings as lines, in columns. */
export function findingLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length))
  return findings
    .map(({ state, about, says }) => `${state.padEnd(7)}  ${about.padEnd(width)}  ${says}`)
    .join('\n')
}
