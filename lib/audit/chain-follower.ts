import { belongsAt, createBrokenPlaces } from './broken-places'
import { chainedHash, noHash, type Hmac } from './chain'
import type { ChainedEntry } from './entry'
import type { ProblemList } from './problems'

/** By how many places entries are looked for that were given new numbers. */
const mostShift = 8
const shifts = [0, ...Array.from({ length: mostShift }, (_, index) => [index + 1, -index - 1]).flat()]

/** How many entries are held while none fits the one before it. */
const mostHeld = 200

/** The last entry whose place is settled. */
export interface Link {
  /** The number that it was written with. */
  readonly place: number
  /** What its hash may be: two where the entry does not fit, and either its hash or the rest of it was changed. */
  readonly hashes: readonly string[]
}

/**
 * Goes along a chain, entry by entry. What does not fit is held until an entry fits the one before it again, which tells
 * what happened in between.
 */
export function createFollower(hmac: Hmac, problems: ProblemList) {
  const broken = createBrokenPlaces(hmac, problems)
  let link: Link = { place: 0, hashes: [noHash] }
  let held: ChainedEntry[] = []
  /** Place less number: 1 after an entry was taken out and the numbers of all others were lowered. */
  let shift = 0

  /** Settles what is held. `lost`: how many entries are missing in it; below 0, how many are too many. */
  const settle = (lost: number, lastPlace = Infinity): void => {
    let remaining = lost
    for (const entry of held) {
      const place = entry.sequence + shift
      const isNext = place === link.place + 1
      if (place <= link.place || place > lastPlace) {
        problems.add(entry.sequence > 0 && place < link.place ? 'reordered' : 'inserted', entry.sequence)
      } else if (!isNext) {
        problems.add('missing', link.place + 1, place - link.place - 1)
        link = { place, hashes: [entry.hash] }
      } else if (belongsAt(hmac, place, link.hashes, entry)) {
        link = { place, hashes: [entry.hash] }
      } else if (remaining < 0) {
        problems.add('inserted', entry.sequence)
        remaining += 1
        shift -= 1
      } else if (remaining > 0) {
        problems.add('missing', place, remaining)
        shift += remaining
        link = { place: place + remaining, hashes: [entry.hash] }
        remaining = 0
      } else {
        broken.add({ place, previousHashes: link.hashes, found: entry })
        const recomputed = link.hashes.map((hash) => chainedHash(hmac, hash, { ...entry, sequence: place }))
        link = { place, hashes: [entry.hash, ...recomputed.slice(0, 1)] }
      }
    }
    held = []
  }

  /** By how much the numbers are off from here on, where an entry fits the last one held; else undefined. */
  const shiftAfterHeld = (entry: ChainedEntry): number | undefined => {
    const previous = held.at(-1)
    if (previous === undefined) return undefined
    const wanted = problems.isFull() ? [0] : shifts
    return wanted.find((by) => belongsAt(hmac, entry.sequence + shift + by, [previous.hash], entry))
  }

  return {
    add: (entry: ChainedEntry): void => {
      const place = entry.sequence + shift
      if (held.length === 0 && place === link.place + 1 && belongsAt(hmac, place, link.hashes, entry)) {
        link = { place, hashes: [entry.hash] }
        return
      }
      const by = shiftAfterHeld(entry)
      if (by === undefined) {
        held.push(entry)
        if (held.length > mostHeld) settle(0)
        return
      }
      const newShift = shift + by
      settle(by)
      shift = newShift
      link = { place: entry.sequence + shift, hashes: [entry.hash] }
    },
    /** The last entry, once there are no more. The head tells, where it can be trusted, how many there should be. */
    end: (lastPlace: number | null): Link => {
      const last = held.at(-1)
      const lost = last === undefined || lastPlace === null ? 0 : lastPlace - last.sequence - shift
      settle(Math.min(lost, 0), lastPlace ?? Infinity)
      broken.resolve()
      return link
    },
  }
}
