// What an import has to say, as codes with arguments: the sentences are in messages, under `import`.

/** Why a file, or a line of it, is refused. Each has its sentence in messages: `import.problems`. */
export const problemCodes = [
  // The file.
  'fileTooLarge',
  'emptyFile',
  'oldExcel',
  'encryptedFile',
  'macros',
  'openDocument',
  'otherArchive',
  'damagedArchive',
  'unpackedTooLarge',
  'pdf',
  'webPage',
  'notText',
  'badJson',
  'jsonWithoutFigures',
  'openQuote',
  'tooManyLines',
  'tooManyColumns',
  'cellTooLong',
  'noHeader',
  'missingColumn',
  'repeatedColumn',
  'noFigures',
  'columnOfShares',
  // The shape of a line.
  'longLine',
  'shortLine',
  'missingCell',
  'mergedValue',
  'formula',
  'errorValue',
  // What a figure is about.
  'unknownLabel',
  'severalCodes',
  'dontKnowRow',
  'statementMissing',
  'populationWordsMissing',
  'oneLanguage',
  'unknownSource',
  'unknownChoice',
  'qualifierConflict',
  // Numbers and days.
  'emptyValue',
  'belowRounding',
  'noValue',
  'booleanValue',
  'dateValue',
  'severalNumbers',
  'notANumber',
  'outOfRange',
  'badCount',
  'badDay',
  'monthFirst',
  'daysReversed',
  'halfInterval',
  'intervalMissesValue',
  // Lines beside each other.
  'twoFigures',
  'twoTimeFrames',
  'twoStatements',
  'takenAddress',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** What is accepted, but doubtful, or was understood in a way that is to be looked at: `import.warnings`. */
export const warningCodes = [
  'windows1252',
  'macRoman',
  'decodedTwice',
  'lostCharacters',
  'otherSheets',
  'hiddenRows',
  'unknownColumn',
  'countColumn',
  'qualifierAssumed',
  'passageFromTitle',
  'skippedLine',
  'questionRow',
  'noteRow',
  'footnoteMark',
  'qualifierFromWord',
  'timeFrameAssumed',
  'negativeZero',
  'shareOrPercent',
  'computedCell',
  'dayFirst',
  'sameFigureTwice',
  'twoLabels',
  'singleChoiceTotal',
  'netDiffers',
  'netPartMissing',
  'smallBase',
  'moved',
  'scaleChanged',
  'modeChanged',
] as const
export type WarningCode = (typeof warningCodes)[number]

/** Where something was found. null: it is about the whole. */
export interface Place {
  /** Line of a text file or a sheet, from 1, or number of the object in a list. */
  readonly line: number | null
  /** The column's title, as the file has it, or as it would have to be. */
  readonly column: string | null
  /** The column's letter in a sheet. */
  readonly letter: string | null
}

export type NoticeValues = Readonly<Record<string, string | number | readonly string[]>>

export interface Notice<Code extends ProblemCode | WarningCode = ProblemCode | WarningCode> extends Place {
  readonly code: Code
  /** The arguments of the sentence: what was found, and what tells the likely cause. */
  readonly values: NoticeValues
}
export type Problem = Notice<ProblemCode>
export type Warning = Notice<WarningCode>

const whole: Place = { line: null, column: null, letter: null }

/** A notice about a place, or about the whole file. */
export const notice = <Code extends ProblemCode | WarningCode>(
  code: Code,
  values: NoticeValues = {},
  place: Partial<Place> = whole,
): Notice<Code> => ({ ...whole, ...place, code, values })
