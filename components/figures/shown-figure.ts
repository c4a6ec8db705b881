import type { FigureLanguage } from '@/lib/figure-data/language'
import type { PublishedState } from '@/lib/figure-data/published'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveSource } from '@/lib/waves/wave-document'

/** One figure of a wave, with what is said of it in the language of the page. */
export interface ShownFigure {
  readonly figure: FigureRecord
  readonly source: WaveSource
  readonly published: PublishedState
  readonly fragment: string
  readonly language: FigureLanguage
  /** Of the site, where it is known. */
  readonly origin: string | null
}
