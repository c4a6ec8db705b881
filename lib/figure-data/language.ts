import type { FigureRecord, Words } from '@/lib/waves/figure-record'
import type { WaveDescription, WaveDocument } from '@/lib/waves/wave-document'
import type { WaveState } from '@/lib/waves/wave-state'
import type { ColumnName } from './columns'

/** The languages of the columns of the data, whatever languages the pages have. */
export const dataLanguages = ['fr', 'en'] as const satisfies readonly (keyof Words)[]
export type DataLanguage = (typeof dataLanguages)[number]

type Sentences<Key extends string> = Readonly<Record<Key, string>>

/** The words of the files that need no values. */
export interface FileWords {
  readonly columns: Sentences<ColumnName>
  readonly about: Sentences<'figures' | 'shares' | 'rights' | 'noSample' | 'names'>
  readonly headings: Sentences<'columns' | 'sources' | 'cite' | 'state' | 'files' | 'rights'>
  readonly kinds: Sentences<'first' | 'revision' | 'correction' | 'restoration'>
  readonly files: Sentences<'csv' | 'json' | 'metadata' | 'readme' | 'zip'>
}

/** What a sentence about a figure is made of: "about | such a share | of French people | have ever used it | (disputed)". */
export interface SentenceParts extends Pick<FigureRecord, 'qualifier' | 'status'> {
  readonly share: string
  readonly population: string
  readonly statement: string
}

/** What is said of figures in one language. */
export interface FigureLanguage {
  /** Of a text in two languages, the one for readers of this one. */
  readonly textOf: (words: Words) => string
  /** What a figure is about, among those of its family: "teleconsultation". */
  readonly name: (figure: FigureRecord) => string
  /** What all of its family say: "Trust these tools …"; null: it is of none. */
  readonly lead: (figure: FigureRecord) => string | null
  /** Both: what a figure is about, where nothing introduces it. */
  readonly label: (figure: Pick<FigureRecord, 'code' | 'statement'>) => string
  /** Whose share it is, in a few words. */
  readonly population: (figure: FigureRecord) => string
  readonly parts: (figure: FigureRecord) => SentenceParts
  /** The whole statement: "48% of French people currently use …". */
  readonly sentence: (figure: FigureRecord) => string
  readonly waveName: (wave: WaveDescription) => string
  readonly title: (wave: WaveDescription) => string
  /** Who asked whom and when: "Ifop for MentalTech (December 2025)". */
  readonly citationShort: (wave: WaveDescription) => string
  /** The statement with who asked, who reported it and where. `address`: its page on this site; null: it has none that is known. */
  readonly citationLong: (figure: FigureRecord, document: WaveDocument, address: string | null) => string
  /** Which state of the figures it is, when it was made, and why. */
  readonly state: (state: WaveState) => string
  readonly words: FileWords
}

/** The languages of the columns, and the one of the address that was asked for. */
export interface FigureLanguages extends Readonly<Record<DataLanguage, FigureLanguage>> {
  /** In which citations and documents are written. */
  readonly own: FigureLanguage
}
