import type { Labels } from './labels'

/** What a file of figures is read against. */
export interface ImportContext {
  /** Ids of the sources of the wave, at least one. Where there is one only, lines need not name it. */
  readonly sourceIds: readonly string[]
  readonly labels: Labels
  /** The language of a question that stands in a row of its own, and in one language only. */
  readonly language: 'fr' | 'en'
}
