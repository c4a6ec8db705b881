import type { NoRelease } from '@/lib/anonymisation/no-release'
import type { RiskReport } from '@/lib/anonymisation/risk-report'

/** What a preparation does, in order. */
export const releasePhases = ['counting', 'reading', 'anonymising', 'writing'] as const

/** The file of a release: what is known of it, or why it may not be had any more. */
export type ReleaseFile =
  | {
      readonly state: 'kept'
      readonly name: string
      readonly sizeBytes: number
      /** When it is deleted. */
      readonly keptUntil: Date
    }
  /** Responses of it were deleted since; a release that it does not know of was delivered; it was kept for long enough. */
  | { readonly state: 'responsesRemoved' | 'anotherDelivered' | 'gone' }

export interface ReleaseRequestView {
  readonly id: string
  readonly waveId: string
  readonly requestedAt: Date
  readonly smallestClass: number
  readonly largestWithheldPercent: number
}

export interface PreparingView extends ReleaseRequestView {
  readonly state: 'preparing'
  readonly phase: (typeof releasePhases)[number]
  /** Of the phase, in thousandths. */
  readonly progressPermille: number
}

export interface ReadyView extends ReleaseRequestView {
  readonly state: 'ready'
  readonly report: RiskReport
  /** Responses of this ISO week and of earlier ones are in it. */
  readonly cutOffWeek: string
  /** Whether that is the cut-off of the last release again. */
  readonly isRepeated: boolean
  readonly isDemo: boolean
  /** When it was first downloaded; null: never. */
  readonly deliveredAt: Date | null
  readonly file: ReleaseFile
}

export interface RefusedView extends ReleaseRequestView {
  readonly state: 'refused'
  readonly reason: 'noResponses' | 'otherInstrument' | 'rules'
  /** What was in the way, where that is the rules. */
  readonly why: NoRelease | null
}

/** A release as pages show it. */
export type ReleaseView =
  | PreparingView
  | ReadyView
  | RefusedView
  | (ReleaseRequestView & { readonly state: 'cancelled' | 'failed' })
