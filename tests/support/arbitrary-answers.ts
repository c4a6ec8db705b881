import fc from 'fast-check'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'

function arbitraryAnswer(item: CatalogueItem): fc.Arbitrary<string | readonly string[]> {
  const options = optionsOf(item)
  if (item.kind === 'single') return fc.constantFrom(...options)
  const sharing = options.filter((option) => !exclusiveOptions.has(option))
  const alone = options
    .filter((option) => exclusiveOptions.has(option))
    .map((option) => fc.constant([option]))
  return fc.oneof(fc.subarray(sharing, { minLength: 1 }), ...alone)
}

/** Any valid answers, those to items that do not apply included. */
export const arbitraryAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(items.map((item) => [item.id, arbitraryAnswer(item)])),
  { requiredKeys: [] },
)
