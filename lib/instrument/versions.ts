/**
 * Every version of the instrument, in order, with how many items its catalogue had, and a fingerprint of their ids, kinds,
 * options, conditions and disclosure; not of words. Whatever of these changes makes a new version. Tests hold the catalogue
 * to the last one; those before stay as they are, since stored responses name them.
 */
export const versions = [
  // What the survey of December 2025 asked.
  { id: '2025-12', itemCount: 36, fingerprint: '53d505d9eb839264' },
] as const

export type InstrumentVersion = (typeof versions)[number]['id']

const [first] = versions

/** The version that first asked the items that name none. */
export const firstVersion: InstrumentVersion = first.id

/** The version of the catalogue as it is now; stored with every response. */
export const instrumentVersion: InstrumentVersion = (versions.at(-1) ?? first).id

const places: ReadonlyMap<string, number> = new Map(versions.map(({ id }, place) => [id, place]))

/** Whether a text, from the database say, is a version that this catalogue descends from. */
export function isInstrumentVersion(text: string): text is InstrumentVersion {
  return places.has(text)
}

/**
 * Whether responses of a version could answer an item: it was part of the instrument by then. Says nothing of the item's
 * condition: see `isShown`.
 */
export function wasAsked(item: { readonly since: InstrumentVersion }, version: InstrumentVersion): boolean {
  return (places.get(item.since) ?? 0) <= (places.get(version) ?? 0)
}
