/** Why a cell has no answer, and what the coded files have in it. A place in a list of options never gets that high. */
export const missingCodes = { unanswered: '', notAsked: '96', notApplicable: '97' } as const
export type MissingKind = keyof typeof missingCodes
export const missingKinds = Object.keys(missingCodes) as readonly MissingKind[]

/** The missing codes that are numbers. */
export const numericMissingKinds = ['notAsked', 'notApplicable'] as const satisfies readonly MissingKind[]

/** No opinion is an answer, but no place on a scale: it has the same code wherever it can be given. */
export const dontKnowCode = 98
const fixedCodes: ReadonlyMap<string, number> = new Map([['dontKnow', dontKnowCode]])

export interface CodedAnswer {
  readonly id: string
  readonly code: number
}

/** The answers of a single choice with their codes: the place of each option, from 1. */
export function codedAnswers(options: readonly string[]): readonly CodedAnswer[] {
  return options.map((id, place) => ({ id, code: fixedCodes.get(id) ?? place + 1 }))
}

/** What a column of a multiple choice says of its option. */
export const chosenness = [
  { id: 'notChosen', code: 0 },
  { id: 'chosen', code: 1 },
] as const
