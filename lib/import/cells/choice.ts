import { plain, visible } from '../plain'
import type { Cell } from '../table/table'
import type { Choice } from './choices.data'
import { readAs, refused, type Reading } from './reading'

/** One of a set of words, by its id or by what tables write; null for an empty cell. */
export function readChoice<Id extends string>(
  { text }: Cell,
  { ids, byName }: Choice<Id>,
): Reading<Id | null> {
  const found = visible(text)
  if (found === '') return readAs(null)
  const id = ids.find((each) => each === found) ?? byName.get(plain(found))
  return id === undefined ? refused('unknownChoice', found, { choices: ids }) : readAs(id)
}
