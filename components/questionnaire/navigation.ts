import { steps, type StepId } from '@/lib/instrument/catalogue'

/** A page of the questionnaire as its address fragment names it: a step, or the check of the answers. */
export type PlaceId = StepId | 'check'

const places: readonly PlaceId[] = [...steps, 'check']

export function isPlaceId(id: string): id is PlaceId {
  return places.some((place) => place === id)
}

/**
 * Where Continue leads. Whoever has seen the check page returns to it, by way of the steps that a changed answer has
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

/** Position of a place among those that apply, from 1, and their number; the check page is the last. */
export function progressOf(place: PlaceId, shown: readonly StepId[]): { step: number; total: number } {
  const applicable = [...shown, 'check' as const]
  return { step: applicable.indexOf(place) + 1, total: applicable.length }
}
