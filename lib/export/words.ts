import { locales, type Locale } from '@/lib/i18n/locales'
import type { OptionSetId } from '@/lib/instrument/option-sets'
import type { usedNowAnswers } from './record'
import type { MissingKind } from './codes'

/** The languages of the files: those of the site, the first one first. */
export const exportLanguages = locales
export type ExportLanguage = Locale

interface WordTree {
  readonly [key: string]: string | WordTree
}

/** The files of a release, by the key of the words that describe them. */
export type FileKey =
  | 'coded'
  | 'excel'
  | 'lines'
  | 'spss'
  | 'inR'
  | 'python'
  | 'package'
  | 'codebook'
  | 'risk'
  | 'readme'
  | 'checksums'

type Sentences<Key extends string> = Readonly<Record<Key, string>>

/** Words of the files themselves. None has places to fill in. */
export interface FileWords
  extends
    Sentences<'title' | 'wave' | 'release' | 'record' | 'chosen' | 'notChosen' | 'emptyCell'>,
    Sentences<(typeof usedNowAnswers)[number]> {
  readonly missing: Sentences<MissingKind>
  readonly missingMeanings: Sentences<MissingKind>
  readonly about: Sentences<
    | 'what'
    | 'demo'
    | 'took'
    | 'notRepresentative'
    | 'wording'
    | 'anonymised'
    | 'conduct'
    | 'coding'
    | 'noLicence'
  >
  readonly headings: Sentences<
    'who' | 'anonymisation' | 'files' | 'coding' | 'missing' | 'licence' | 'citation' | 'facts'
  >
  readonly facts: Sentences<'instrument' | 'cut' | 'records'>
  readonly files: Sentences<FileKey>
  readonly codebook: Sentences<
    | 'title'
    | 'contents'
    | 'code'
    | 'optionId'
    | 'answer'
    | 'count'
    | 'column'
    | 'single'
    | 'multiple'
    | 'everyone'
    | 'quasiIdentifier'
    | 'sensitive'
    | 'options'
    | 'grouped'
    | 'withheld'
  >
}

/** What the files take of one language's messages: any file of `messages` has it. */
export interface LanguageWords {
  readonly items: WordTree
  readonly options: Readonly<Record<OptionSetId, Readonly<Record<string, string>>>>
  readonly conditions: Readonly<Record<string, string>>
  readonly export: FileWords
}

export type ExportWords = Readonly<Record<ExportLanguage, LanguageWords>>
