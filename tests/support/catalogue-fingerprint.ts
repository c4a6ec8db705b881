import { createHash } from 'node:crypto'
import { optionsOf } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'

/** A fingerprint of what answers mean: ids, kinds, options, conditions and disclosure of all items, in order; not their words. */
export function catalogueFingerprint(): string {
  const facts = items.map((item) => ({
    id: item.id,
    kind: item.kind,
    options: optionsOf(item),
    shownWhen: item.shownWhen && {
      quantifier: item.shownWhen.quantifier,
      of: item.shownWhen.of,
      options: item.shownWhen.options,
    },
    disclosure: item.disclosure,
  }))
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16)
}
