import { createHmac } from 'node:crypto'
import { chainedHash, noHash, sealOf, type Hmac, type SealedHead } from '@/lib/audit/chain'
import type { ChainedEntry, UnchainedEntry } from '@/lib/audit/entry'

/** HMAC-SHA-256 with a key. */
export const hmacOf =
  (key: string): Hmac =>
  (text) =>
    createHmac('sha256', key).update(text).digest('hex')

/** A chain of entries, numbered from 1. */
export function chainOf(hmac: Hmac, contents: readonly Omit<UnchainedEntry, 'sequence'>[]): ChainedEntry[] {
  let previous = noHash
  return contents.map((content, index) => {
    const unchained = { ...content, sequence: index + 1 }
    previous = chainedHash(hmac, previous, unchained)
    return { ...unchained, hash: previous }
  })
}

/** The sealed end of a chain. */
export function headOf(hmac: Hmac, chain: readonly ChainedEntry[]): SealedHead {
  const head = { entryCount: chain.length, lastHash: chain.at(-1)?.hash ?? noHash }
  return { ...head, seal: sealOf(hmac, head) }
}

/** Entries with the numbers of their places. */
export const renumbered = (chain: readonly ChainedEntry[]): ChainedEntry[] =>
  chain.map((entry, index) => ({ ...entry, sequence: index + 1 }))

/** As a database reads them. */
export const inOrder = (chain: readonly ChainedEntry[]): ChainedEntry[] =>
  chain.toSorted((a, b) => a.sequence - b.sequence)

/** Everything that comes, in a list. */
export async function collect<Each>(all: AsyncIterable<Each>): Promise<Each[]> {
  const list: Each[] = []
  for await (const each of all) list.push(each)
  return list
}
