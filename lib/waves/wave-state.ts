import type { Words } from './figure-record'

/**
 * Why a wave is in a state: what was published of it first; more or other figures were published by the survey's authors; a
 * mistake was mended; an earlier state was brought back.
 */
export const stateKinds = ['first', 'revision', 'correction', 'restoration'] as const
export type StateKind = (typeof stateKinds)[number]

/** One state of what was published of a wave, without what that is. */
export interface WaveState {
  readonly waveId: string
  /** From 1, in order; numbers may be left out. */
  readonly number: number
  /** The day on which it was published here, `YYYY-MM-DD`. */
  readonly madeOn: string
  readonly kind: StateKind
  /** Whether owners made it; else the program brought it. */
  readonly byOwner: boolean
  /** null: the program, or a first state, says nothing. */
  readonly reason: Words | null
}
