import { indicators } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { usualPopulations } from './header/fields.data'
import { plain } from './plain'

/** A code and what it is called, in any language. */
export interface Labelled {
  readonly code: string
  readonly labels: readonly string[]
}

/** What codes are called on pages: the caller takes it from the messages of every language. */
export interface Labels {
  readonly indicators: readonly Labelled[]
  readonly populations: readonly Labelled[]
  /** What the questions of codes with a common beginning (`trust.`) are called: tells which of several codes a label stands for. */
  readonly sections: readonly Labelled[]
}

/** Finds codes by their labels. */
export interface Directory {
  /** Whether a code is one that lib/comparison knows. */
  readonly knows: (code: string) => boolean
  /** All codes with such a label. */
  readonly codesOf: (label: string) => readonly string[]
  /** The codes, at most three, that look most like a text: by themselves or by their labels. */
  readonly nearest: (text: string) => readonly string[]
}

function pairsOf(text: string): ReadonlySet<string> {
  const padded = ` ${text} `
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)))
}

/** Dice's coefficient of the pairs of letters of two texts: 0 to 1. Dice, L. R. (1945), Ecology 26(3). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

const leastLikeness = 0.4

function directoryOf(known: readonly string[], labelled: readonly Labelled[]): Directory {
  const codes = new Set(known)
  const byLabel = new Map<string, Set<string>>()
  const add = (label: string, code: string) =>
    byLabel.set(label, (byLabel.get(label) ?? new Set<string>()).add(code))
  for (const code of known) add(plain(code), code)
  for (const { code, labels } of labelled) for (const label of labels) add(plain(label), code)
  const candidates = [...byLabel].map(([label, its]) => ({ pairs: pairsOf(label), codes: its }))
  const remembered = new Map<string, readonly string[]>()

  function nearest(text: string): readonly string[] {
    const pairs = pairsOf(plain(text))
    const best = new Map<string, number>()
    for (const candidate of candidates) {
      const score = likeness(pairs, candidate.pairs)
      if (score < leastLikeness) continue
      for (const code of candidate.codes) best.set(code, Math.max(score, best.get(code) ?? 0))
    }
    return [...best]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([code]) => code)
  }

  return {
    knows: (code) => codes.has(code),
    codesOf: (label) => [...(byLabel.get(plain(label)) ?? [])],
    nearest(text) {
      const found = remembered.get(text) ?? nearest(text)
      remembered.set(text, found)
      return found
    },
  }
}

export const indicatorDirectory = (labels: Labels) => directoryOf(Object.keys(indicators), labels.indicators)

export const populationDirectory = (labels: Labels) =>
  directoryOf(populationCodes, [
    ...labels.populations,
    ...Object.entries(usualPopulations).map(([code, names]) => ({ code, labels: names })),
  ])
