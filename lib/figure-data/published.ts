import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveDocument, WaveSource } from '@/lib/waves/wave-document'
import type { WaveState } from '@/lib/waves/wave-state'
import { fragmentOf } from '@/lib/waves/fragment'

/** What was published of a wave in one of its states. */
export interface PublishedState {
  readonly document: WaveDocument
  readonly state: WaveState
}

/** The source that states a figure. Every document has it: see `waveDocument`. */
export function sourceOf({ sources }: WaveDocument, { sourceId }: FigureRecord): WaveSource {
  const source = sources.find(({ id }) => id === sourceId)
  if (source === undefined) throw new Error(`no source ${sourceId}`)
  return source
}

/** The same with one figure alone; null where there is none of this fragment. */
export function onlyFigure({ document, state }: PublishedState, fragment: string): PublishedState | null {
  const figure = document.figures.find((each) => fragmentOf(each) === fragment)
  return figure === undefined ? null : { state, document: { ...document, figures: [figure] } }
}
