import { figureKey, type FigureRecord } from './figure-record'
import type { WaveDocument } from './wave-document'

/** A field of a figure that says something else. */
export type FigureField = Exclude<keyof FigureRecord, 'code' | 'population'>

/** What has become of a figure from one state of a wave to another. */
export type FigureChange =
  | { readonly kind: 'added'; readonly after: FigureRecord }
  | { readonly kind: 'removed'; readonly before: FigureRecord }
  | {
      readonly kind: 'changed'
      readonly before: FigureRecord
      readonly after: FigureRecord
      readonly fields: readonly FigureField[]
    }

/** What differs between two states of a wave. */
export interface DocumentDifference {
  readonly figures: readonly FigureChange[]
  readonly unchangedCount: number
  /** Whether what is said of the wave, or its sources, differs. */
  readonly isDescribedOtherwise: boolean
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The fields in which two figures differ, in the order in which they are stored. */
export const changedFields = (before: FigureRecord, after: FigureRecord): readonly FigureField[] =>
  (Object.keys(after) as (keyof FigureRecord)[]).filter(
    (field): field is FigureField =>
      field !== 'code' && field !== 'population' && !isSame(before[field], after[field]),
  )

/** What differs from one state of a wave to a later one; `before` is null where there was none. In the order of the later one. */
export function documentDifference(before: WaveDocument | null, after: WaveDocument): DocumentDifference {
  const earlier = new Map(before?.figures.map((figure) => [figureKey(figure), figure]))
  const left = new Set(earlier.keys())
  const changes: FigureChange[] = []
  for (const figure of after.figures) {
    const key = figureKey(figure)
    const known = earlier.get(key)
    left.delete(key)
    if (known === undefined) {
      changes.push({ kind: 'added', after: figure })
      continue
    }
    const fields = changedFields(known, figure)
    if (fields.length > 0) changes.push({ kind: 'changed', before: known, after: figure, fields })
  }
  const removed = [...left].flatMap((key) => earlier.get(key) ?? [])
  const kept = after.figures.length - changes.length
  return {
    figures: [...changes, ...removed.map((figure) => ({ kind: 'removed', before: figure }) as const)],
    unchangedCount: kept,
    isDescribedOtherwise:
      before === null || !isSame([before.wave, before.sources], [after.wave, after.sources]),
  }
}

/** Whether two states say the same. */
export const isSameDocument = (one: WaveDocument, other: WaveDocument): boolean => {
  const { figures, isDescribedOtherwise } = documentDifference(one, other)
  return figures.length === 0 && !isDescribedOtherwise
}
