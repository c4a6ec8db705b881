import type { Answers } from '@/lib/instrument/answers'
import { steps, type StepId } from '@/lib/instrument/catalogue'
import { stepsAhead } from '@/lib/instrument/visibility'

/** A page of the questionnaire as its address fragment names it: a step, or the check of the answers. */
export type PlaceId = StepId | 'check'

const places: readonly PlaceId[] = [...steps, 'check']

export function isPlaceId(id: string): id is PlaceId {
  return places.some((place) => place === id)
}

/**
 * Where Continue leads. A respondent who has seen the check page returns to it, by way of the steps that a changed answer has
 * opened since and that were not seen yet.
 */
export function nextPlace(current: PlaceId, shown: readonly StepId[], visited: readonly PlaceId[]): PlaceId {
  const following = shown.filter((step) => steps.indexOf(step) > places.indexOf(current))
  if (!visited.includes('check')) return following[0] ?? 'check'
  return shown.find((step) => step !== current && !visited.includes(step)) ?? 'check'
}

/** Where Back leads; null before the first step. */
export function previousPlace(current: PlaceId, shown: readonly StepId[]): StepId | null {
  return shown.filter((step) => places.indexOf(step) < places.indexOf(current)).at(-1) ?? null
}

/** The place to show for an address fragment: a step that does not apply gives way to the next one that does. */
export function placeFor(fragment: string, shown: readonly StepId[]): PlaceId {
  if (!isPlaceId(fragment)) return shown[0] ?? 'check'
  return (
    [...shown, 'check' as const].find((place) => places.indexOf(place) >= places.indexOf(fragment)) ?? 'check'
  )
}

export interface Progress {
  /** Position of the place among the steps that may apply, from 1. */
  readonly step: number
  /** How many there are at most; the check page is the last. */
  readonly total: number
  /** Whether the total may still become less. */
  readonly isAtMost: boolean
}

/**
 * How far a person has come. `visited` has the places in the order in which they were first seen. What is answered in the newest
 * of them, and in those not yet seen, counts as open: so the total never grows on the way through, whatever is answered.
 */
export function progressOf(place: PlaceId, visited: readonly PlaceId[], answers: Answers): Progress {
  const seen = visited.includes(place) ? visited : [...visited, place]
  const left = seen.slice(0, -1)
  const { possible, certain } = stepsAhead(answers, new Set(steps.filter((step) => !left.includes(step))))
  const total = possible.length + 1
  const step = place === 'check' ? total : possible.indexOf(place) + 1
  return { step, total, isAtMost: place !== 'check' && certain.length < possible.length }
}
