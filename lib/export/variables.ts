import { optionsOf } from '@/lib/instrument/answers'
import type { RecordField, RecordLayout } from '@/lib/disclosure/microdata/record-layout'
import { chosenness, codedAnswers, type CodedAnswer } from './codes'

/** The first two columns: the number of the record, and the wave, which tells real records from made-up ones. */
export const recordColumn = 'record'
export const waveColumn = 'wave'

/** What the files tell of a person in one place: a column of the scheme, or the answer to an item. */
export interface Variable {
  /** A name for SPSS, R and Python alike, of letters, digits and underscores. */
  readonly name: string
  readonly kind: 'single' | 'multiple'
  /** What can be said, by ids, in the order of the codes. */
  readonly options: readonly string[]
  readonly field: RecordField
}

/** A column of the coded file, after the first two. */
export interface Column {
  readonly name: string
  readonly variable: Variable
  /** The option of which a column of a multiple choice tells whether it was chosen; null for a single choice. */
  readonly option: string | null
}

const snakeCase = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The name of a column of a scheme in files: `age_band`, `used_now_teleconsultation`. */
export function schemeName(id: string): string {
  const [head = '', ...rest] = id.split('.')
  return [snakeCase(head), ...rest].join('_')
}

/** The name of an item in files: `trust_teleconsultation`. */
export const itemName = (id: string) => id.replaceAll('.', '_')

/** What the files of this layout tell, in their order. */
export function variablesOf({ scheme, items }: RecordLayout): readonly Variable[] {
  return [
    ...scheme.map((field): Variable => {
      const { id, values } = field.column
      return { name: schemeName(id), kind: 'single', options: values, field }
    }),
    ...items.map((field): Variable => {
      const { item } = field
      return { name: itemName(item.id), kind: item.kind, options: optionsOf(item), field }
    }),
  ]
}

/** The columns of a variable: one, or one for each option of a multiple choice. */
export function columnsOf(variable: Variable): readonly Column[] {
  const { name, kind, options } = variable
  if (kind === 'single') return [{ name, variable, option: null }]
  return options.map((option) => ({ name: `${name}_${option}`, variable, option }))
}

/** The values that a column can have besides missing ones, with their codes. */
export function columnValues({ variable, option }: Column): readonly CodedAnswer[] {
  return option === null ? codedAnswers(variable.options) : chosenness
}
