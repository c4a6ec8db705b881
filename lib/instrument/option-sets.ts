/**
 * The answers that can be given, in the order in which they are shown. Ids are permanent: a wording may change,
 * an id never does. "Prefer not to say" is no option: it means that the item is unanswered.
 */
export const optionSets = {
  ageBand: ['under35', 'from35'],
  usage: ['regular', 'occasional', 'past', 'intend', 'never'],
  agreement: ['yesCompletely', 'ratherYes', 'ratherNo', 'notAtAll', 'dontKnow'],
  yesNo: ['yes', 'no', 'dontKnow'],
  topics: [
    'personalDevelopment',
    'workMentalHealth',
    'sleepDisorders',
    'anxiety',
    'stress',
    'addictions',
    'emotionalSupport',
    'mildDisorders',
    'severeDisorders',
    'none',
  ],
  aiPurposes: ['listening', 'emotionalSupport', 'practicalAdvice', 'other'],
  satisfaction: ['very', 'rather', 'moderately', 'not'],
  benefits: [
    'informationAccess',
    'careAccess',
    'autonomy',
    'emotionalSupport',
    'reducedIsolation',
    'other',
    'none',
  ],
  riskLevel: ['veryLow', 'low', 'moderate', 'high', 'veryHigh', 'dontKnow'],
} as const

export type OptionSetId = keyof typeof optionSets
export type OptionOf<Set extends OptionSetId> = (typeof optionSets)[Set][number]

/** Answers to a multiple-choice item that exclude every other answer to it. */
export const exclusiveOptions: ReadonlySet<string> = new Set(['none'])
