import { chainedHash, type Hmac } from './chain'
import type { ChainedEntry } from './entry'
import type { ProblemList } from './problems'

/** How many places are kept until the end, to look for entries that changed places. */
const mostPlaces = 200

/** A place in the log whose entry does not fit. */
interface BrokenPlace {
  readonly place: number
  /** What the hash of the entry before may have been. */
  readonly previousHashes: readonly string[]
  readonly found: ChainedEntry
}

/** Whether an entry was written for a place in the log, whatever number it has now. */
export function belongsAt(
  hmac: Hmac,
  place: number,
  previousHashes: readonly string[],
  entry: ChainedEntry,
): boolean {
  const restored = { ...entry, sequence: place }
  return previousHashes.some((previous) => chainedHash(hmac, previous, restored) === entry.hash)
}

/** Collects places whose entry does not fit, and tells at the end which entries changed places and which were changed. */
export function createBrokenPlaces(hmac: Hmac, problems: ProblemList) {
  const places: BrokenPlace[] = []
  return {
    add: (broken: BrokenPlace): void => {
      if (places.length < mostPlaces) places.push(broken)
      else problems.add('changed', broken.found.sequence)
    },
    resolve: (): void => {
      let before: { readonly place: number; readonly hash: string } | null = null
      for (const { place, previousHashes, found } of places) {
        // Once it is known which entry belongs before this place, its hash is one more that may have been there.
        const previous: readonly string[] =
          before?.place === place - 1 ? [...previousHashes, before.hash] : previousHashes
        const fits = (entry: ChainedEntry) => belongsAt(hmac, place, previous, entry)
        const owner = fits(found) ? found : places.find((other) => fits(other.found))?.found
        if (owner === undefined) problems.add('changed', found.sequence)
        else if (owner !== found) problems.add('reordered', found.sequence)
        before = owner === undefined ? null : { place, hash: owner.hash }
      }
    },
  }
}
