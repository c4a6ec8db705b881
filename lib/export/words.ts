import type { Tool } from '@/lib/instrument/tools'
import type { OptionSetId } from '@/lib/instrument/option-sets'
import type { MissingKind } from './codes'

interface WordTree {
  readonly [key: string]: string | WordTree
}

type Sentences<Key extends string> = Readonly<Record<Key, string>>

/** The files of an edition, by the key of the words that describe them. */
export type FileKey =
  | 'coded'
  | 'excel'
  | 'lines'
  | 'parquet'
  | 'spss'
  | 'inR'
  | 'python'
  | 'package'
  | 'tripleS'
  | 'codebook'
  | 'ddi'
  | 'risk'
  | 'readme'
  | 'checksums'

/** Words of the files themselves. None has places to fill in. */
export interface FileWords extends Sentences<
  | 'languageName'
  | 'title'
  | 'wave'
  | 'madeUpWave'
  | 'edition'
  | 'record'
  | 'chosen'
  | 'notChosen'
  | 'emptyCell'
  | 'suppressed'
> {
  readonly scheme: {
    readonly anyUse: Sentences<'label' | 'meaning' | 'now' | 'past' | 'never'>
    readonly conversationalAiUse: Sentences<'label' | 'meaning' | 'ever' | 'never'>
    readonly usedNow: Sentences<'label' | 'meaning' | 'yes' | 'no'>
  }
  readonly missing: Sentences<MissingKind>
  readonly missingMeanings: Sentences<MissingKind>
  readonly about: Sentences<
    | 'what'
    | 'demo'
    | 'took'
    | 'notRepresentative'
    | 'wording'
    | 'protected'
    | 'rare'
    | 'rows'
    | 'conduct'
    | 'coding'
    | 'dontKnow'
    | 'noLicence'
    | 'noPublisher'
  >
  readonly headings: Sentences<
    'who' | 'publisher' | 'facts' | 'protection' | 'files' | 'coding' | 'licence' | 'citation'
  >
  readonly publisher: Sentences<'name' | 'contact'>
  readonly facts: Sentences<
    'instrument' | 'until' | 'madeOn' | 'records' | 'leftOut' | 'smallestGroup' | 'scheme'
  >
  readonly files: Sentences<FileKey>
  readonly codebook: Sentences<
    | 'title'
    | 'contents'
    | 'code'
    | 'optionId'
    | 'answer'
    | 'count'
    | 'share'
    | 'column'
    | 'single'
    | 'multiple'
    | 'everyone'
    | 'inScheme'
    | 'sensitive'
  >
  readonly spss: Sentences<'active' | 'ready'>
}

/** What the files take of one language's messages: any file of `messages` has it, but for which language it is. */
export interface LanguageWords {
  /** Its code, such as `fr`. */
  readonly language: string
  readonly items: WordTree
  readonly options: Readonly<Record<OptionSetId, Readonly<Record<string, string>>>>
  readonly conditions: Readonly<Record<string, string>>
  readonly toolLabels: Readonly<Record<Tool, string>>
  readonly export: FileWords
}

/** The words of each language of the site, its first one first. */
export type ExportWords = readonly [LanguageWords, ...LanguageWords[]]

/** A text in each language, by the code of the language. */
export function inEach<Said>(
  words: ExportWords,
  say: (words: LanguageWords) => Said,
): Readonly<Record<string, Said>> {
  return Object.fromEntries(words.map((one) => [one.language, say(one)]))
}
