import type { Answers } from '@/lib/instrument/answers'
import { instrumentVersion } from '@/lib/instrument/versions'
import type { Comparison, Reading } from './compare'
import type { TrustProfile } from './trust-profile'
import type { Source, Wave } from './waves'

/** Changes with every change of the shape of the file, which docs/own-data.md describes. */
const ownDataVersion = 3

/** One person's answers and comparison, for that person to keep. */
export interface OwnData {
  readonly format: 'miroir.comparison'
  readonly version: typeof ownDataVersion
  readonly instrumentVersion: string
  readonly wave: Wave
  readonly sources: readonly Source[]
  readonly answers: Answers
  readonly comparisons: readonly (Pick<
    Comparison['figure'],
    'indicator' | 'population' | 'sharePercent' | 'qualifier' | 'status' | 'timeFrame'
  > & {
    readonly readings: readonly Reading[]
  })[]
  /** Bounds for the share of people who have all the answers about trust at once; null for fewer than two answers. */
  readonly trustProfile: TrustProfile | null
}

/** What a person can take away. Pure: nothing is stored for it, and it holds neither a date nor an identifier. */
export function ownData(
  answers: Answers,
  { wave, sources }: { readonly wave: Wave; readonly sources: readonly Source[] },
  comparisons: readonly Comparison[],
  profile: TrustProfile | null,
): OwnData {
  return {
    format: 'miroir.comparison',
    version: ownDataVersion,
    instrumentVersion,
    wave,
    sources,
    answers,
    comparisons: comparisons.map(({ figure, readings }) => {
      const { indicator, population, sharePercent, qualifier, status, timeFrame } = figure
      return { indicator, population, sharePercent, qualifier, status, timeFrame, readings }
    }),
    trustProfile: profile,
  }
}
