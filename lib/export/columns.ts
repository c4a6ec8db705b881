import { optionsOf } from '@/lib/instrument/answers'
import { items, type CatalogueItem, type ItemId } from '@/lib/instrument/catalogue'

/** The first column: the number of the record. */
export const recordColumn = 'record'

/** A column that holds answers. */
export interface Column {
  readonly name: string
  readonly item: CatalogueItem
  /** The option of which a column of a multiple choice tells whether it was chosen; null for a single choice. */
  readonly option: string | null
}

/** The name of an item in files: a name for SPSS, R and Python alike, of letters, digits and underscores. */
export function variableName(id: ItemId): string {
  return id.replaceAll('.', '_')
}

/** The columns of an item: one, or one for each option of a multiple choice. */
export function columnsOf(item: CatalogueItem): readonly Column[] {
  const name = variableName(item.id)
  if (item.kind === 'single') return [{ name, item, option: null }]
  return optionsOf(item).map((option) => ({ name: `${name}_${option}`, item, option }))
}

/** Every column after the first, in the order of the questionnaire, the same ones whatever a release withholds. */
export const answerColumns: readonly Column[] = items.flatMap(columnsOf)
