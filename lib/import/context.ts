import type { Labels } from './labels'

/** What a file of figures is read against. */
export interface ImportContext {
  /** Ids of the sources of the wave, at least one. Where there is one only, lines need not name it. */
  readonly sourceIds: readonly string[]
  readonly labels: Labels
}
