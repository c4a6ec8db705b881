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
      /** At least one. */
      readonly fields: readonly FigureField[]
    }

/** What differs between two states of a wave. Every figure of the one or the other is counted once. */
export interface DocumentDifference {
  readonly figures: readonly FigureChange[]
  readonly unchanged: readonly FigureRecord[]
  /** Figures of the earlier state that are refused in the later one: nobody can say yet what becomes of them. */
  readonly unsettledCount: number
  /** Whether what is said of the wave, or its sources, differs. */
  readonly isDescribedOtherwise: boolean
}

/** What is known of a line that was refused. */
interface RefusedFigure {
  readonly code: string | null
  readonly population: string | null
}

/** Values are texts, numbers, lists, and objects of these: the same when their parts are, in whatever order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other
  }
  const [entries, others] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))]
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  )
}

/** The fields in which two records of the same figure differ. */
export const changedFields = (before: FigureRecord, after: FigureRecord): readonly FigureField[] =>
  (Object.keys(after) as (keyof FigureRecord)[]).filter(
    (field): field is FigureField =>
      field !== 'code' && field !== 'population' && !isSame(before[field], after[field]),
  )

/** What is said of a wave, and each of its sources by its id. */
const descriptionOf = ({ wave, sources }: WaveDocument) => ({
  wave,
  sources: Object.fromEntries(sources.map((source) => [source.id, source])),
})

/**
 * What differs from one state of a wave to a later one, in the order of the later one; `before` is null where there was none. `refused`:
 * what the later one has besides and cannot be understood yet.
 */
export function documentDifference(
  before: WaveDocument | null,
  after: WaveDocument,
  refused: readonly RefusedFigure[] = [],
): DocumentDifference {
  const earlier = new Map(before?.figures.map((figure) => [figureKey(figure), figure]))
  const unchanged: FigureRecord[] = []
  const changes: FigureChange[] = []
  for (const figure of after.figures) {
    const known = earlier.get(figureKey(figure))
    const fields = known === undefined ? [] : changedFields(known, figure)
    if (known === undefined) changes.push({ kind: 'added', after: figure })
    else if (fields.length > 0) changes.push({ kind: 'changed', before: known, after: figure, fields })
    else unchanged.push(figure)
  }
  const kept = new Set(after.figures.map(figureKey))
  const open = new Set(
    refused.flatMap(({ code, population }) =>
      code === null || population === null ? [] : [figureKey({ code, population })],
    ),
  )
  const absent = [...earlier.values()].filter((figure) => !kept.has(figureKey(figure)))
  const removed = absent.filter((figure) => !open.has(figureKey(figure)))
  return {
    figures: [...changes, ...removed.map((figure) => ({ kind: 'removed', before: figure }) as const)],
    unchanged,
    unsettledCount: absent.length - removed.length,
    isDescribedOtherwise: before === null || !isSame(descriptionOf(before), descriptionOf(after)),
  }
}

/** Whether two states say the same, in whatever order. */
export const isSameDocument = (one: WaveDocument, other: WaveDocument): boolean => {
  const { figures, isDescribedOtherwise } = documentDifference(one, other)
  return figures.length === 0 && !isDescribedOtherwise
}
