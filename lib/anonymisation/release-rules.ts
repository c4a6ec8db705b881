import { mostKept } from './variety'

/** What may be asked of a release, and what is asked where nothing else is said. Shares are of 1. */
export const ruleLimits = {
  k: { least: 5, most: 50, usual: 5 },
  l: { least: 2, most: mostKept, usual: 2 },
  largestWithheldShare: { least: 0, most: 0.2, usual: 0.05 },
} as const
