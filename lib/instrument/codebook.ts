import { optionsOf } from './answers'
import { items, type CatalogueItem, type ItemId } from './catalogue'
import type { Condition } from './conditions'
import { exclusiveOptions } from './option-sets'

export interface CodebookEntry {
  readonly id: ItemId
  readonly kind: CatalogueItem['kind']
  readonly step: CatalogueItem['step']
  readonly optionSet: CatalogueItem['optionSet']
  readonly disclosure: CatalogueItem['disclosure']
  readonly options: readonly { readonly id: string; readonly isExclusive: boolean }[]
  /** null: asked of everyone. */
  readonly shownWhen: Condition | null
}

/** Every item with its options and its condition, in the order of the questionnaire. Words are in `messages`. */
export function codebook(): readonly CodebookEntry[] {
  return items.map((item) => ({
    id: item.id,
    kind: item.kind,
    step: item.step,
    optionSet: item.optionSet,
    disclosure: item.disclosure,
    options: optionsOf(item).map((id) => ({
      id,
      isExclusive: item.kind === 'multiple' && exclusiveOptions.has(id),
    })),
    shownWhen: item.shownWhen,
  }))
}
