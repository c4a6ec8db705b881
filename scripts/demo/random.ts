/** Gives another number in [0, 1) at each call, in steps of 2^-32. */
export type Random = () => number

/**
 * The generator sfc32 ("small fast counting") with three words of 32 bits as its seed, which twelve rounds mix first.
 * Only 32-bit integers are added and shifted: the same everywhere. Not for secrets.
 *
 * Source: C. Doty-Humphrey, PractRand 0.95, RNGs/sfc.cpp, https://pracrand.sourceforge.net
 */
export function sfc32(...seed: readonly [number, number, number]): Random {
  let [a, b, c] = seed
  let counter = 1
  const next = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return (result >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round += 1) next()
  return next
}

/**
 * The 64-bit FNV-1a hash of a text in UTF-8.
 *
 * Source: G. Fowler, L. C. Noll, K.-P. Vo, http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fnv1a64(text: string): bigint {
  return new TextEncoder()
    .encode(text)
    .reduce(
      (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x00000100000001b3n),
      0xcbf29ce484222325n,
    )
}

/** A generator for a seed: the same seed gives the same numbers everywhere. A number is the same seed as its text. */
export function createRandom(seed: string | number): Random {
  const hash = fnv1a64(String(seed))
  return sfc32(Number(BigInt.asIntN(32, hash)), Number(BigInt.asIntN(32, hash >> 32n)), 0)
}

/** The running totals of weights, from which `pick` draws. */
export function runningTotals(weights: Iterable<number>): Float64Array {
  let total = 0
  return Float64Array.from(weights, (weight) => (total += weight))
}

/** The index on which a number in [0, 1) falls when each index takes room by its weight. Weights must not all be 0. */
export function pick(totals: Float64Array, uniform: number): number {
  const reached = uniform * (totals.at(-1) ?? 0)
  let low = 0
  let high = totals.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((totals[middle] ?? 0) > reached) high = middle
    else low = middle + 1
  }
  return low
}
