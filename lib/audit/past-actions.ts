import { z } from 'zod'
import { count, noDetails, type ActionRule } from './rule'

/** Details that actions of today had in earlier versions. */
export const pastDetails = ['problemCount'] as const

/** Words that details of past actions hold. */
export const pastWords = ['microdata', 'tooFewResponses', 'riskTooHigh', 'otherQuestions'] as const

const kind = z.literal('microdata')
const release = { theme: 'past', subject: 'release' } as const

/** Actions of earlier versions: they are in logs, which are never changed, and have to be read there. */
export const pastActions = {
  releaseRequested: {
    ...release,
    details: z.strictObject({
      kind,
      smallestClass: count,
      largestWithheldPercent: z.int().min(0).max(100),
    }),
  },
  releaseCancelled: { ...release, details: z.strictObject({ kind }) },
  releaseMade: {
    ...release,
    details: z.strictObject({ kind, recordsReleased: count, recordsWithheld: count }),
  },
  releaseRefused: {
    ...release,
    details: z.strictObject({
      kind,
      reason: z.enum(['tooFewResponses', 'riskTooHigh', 'otherQuestions']),
    }),
  },
  releaseDownloaded: { ...release, details: z.strictObject({ kind }) },
  snapshotTaken: { theme: 'past', subject: 'wave', details: noDetails },
} as const satisfies Readonly<Record<string, ActionRule>>
