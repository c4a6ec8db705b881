import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { QuestionnaireWords } from './words'

/** The words of an option; the id itself where the messages have none, which a test excludes. */
export function optionLabel(
  options: QuestionnaireWords['options'],
  item: CatalogueItem,
  option: string,
): string {
  const labels: Readonly<Record<string, string>> = options[item.optionSet]
  return labels[option] ?? option
}
