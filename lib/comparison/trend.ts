import { byIndicatorThenPopulation } from './figure-order'
import type { Figure } from './figures'
import { changeBounds, type Bounds } from './margin'

/** A figure with what decides whether two waves asked the same. */
export interface TrendFigure extends Figure {
  readonly baseSize: number | null
  readonly scale: string | null
  /** The question as it was asked; null: not published. */
  readonly wording: { readonly fr: string | null; readonly en: string | null } | null
}

/** Why two figures of the same indicator and population say nothing of a change. */
export const breakReasons = ['wordingUnknown', 'wording', 'timeFrame', 'scale', 'inexact', 'status'] as const
export type BreakReason = (typeof breakReasons)[number]

/** Between two waves. */
export type Change =
  | {
      readonly kind: 'change'
      /** -100 to 100. */
      readonly points: number
      /** 95 %; null where the number of people was not published for both. */
      readonly bounds: Bounds | null
      /** Whether one of the two is published as "about". */
      readonly isAbout: boolean
    }
  | { readonly kind: 'break'; readonly reasons: readonly [BreakReason, ...BreakReason[]] }

/** A figure of a wave, and what has changed since the wave before it that has the figure; null for the first one. */
export interface TrendPoint {
  readonly figure: TrendFigure
  readonly since: Change | null
}

/** One indicator among one population, wave by wave, the first one first. */
export interface Trend {
  /** Two or more. */
  readonly points: readonly [TrendPoint, ...TrendPoint[]]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

const isSameText = (one: string | null, other: string | null) =>
  one === null || other === null ? null : plain(one) === plain(other)

/** Whether two questions were asked in the same words; null where that was not published of both in one language. */
function isSameWording(one: TrendFigure['wording'], other: TrendFigure['wording']): boolean | null {
  return isSameText(one?.fr ?? null, other?.fr ?? null) ?? isSameText(one?.en ?? null, other?.en ?? null)
}

function reasonsBetween(before: TrendFigure, after: TrendFigure): readonly BreakReason[] {
  const sameWording = isSameWording(before.wording, after.wording)
  const both = [before, after]
  const found: Readonly<Record<BreakReason, boolean>> = {
    wordingUnknown: sameWording === null,
    wording: sameWording === false,
    timeFrame: before.timeFrame !== after.timeFrame,
    scale: isSameText(before.scale, after.scale) === false,
    inexact: both.some(({ qualifier }) => qualifier === 'more_than'),
    status: both.some(({ status }) => status !== 'published'),
  }
  return breakReasons.filter((reason) => found[reason])
}

/** What has changed from one wave to a later one, or why that cannot be said. */
export function changeBetween(before: TrendFigure, after: TrendFigure): Change {
  const [first, ...others] = reasonsBetween(before, after)
  if (first !== undefined) return { kind: 'break', reasons: [first, ...others] }
  const { baseSize: from } = before
  const { baseSize: to } = after
  return {
    kind: 'change',
    points: after.sharePercent - before.sharePercent,
    bounds:
      from === null || to === null
        ? null
        : changeBounds({ ...before, baseSize: from }, { ...after, baseSize: to }),
    isAbout: [before, after].some(({ qualifier }) => qualifier === 'about'),
  }
}

/** Whether a change is larger than chance explains; null where that is not known. */
export function isBeyondChance({ bounds }: Extract<Change, { kind: 'change' }>): boolean | null {
  return bounds === null ? null : bounds.low > 0 || bounds.high < 0
}

/**
 * What became of each figure that two waves or more have, in the order in which figures are shown. `waves` holds the figures of each
 * wave, the first one first. Nothing is computed of a figure that one wave alone has.
 */
export function trendsOf(waves: readonly (readonly TrendFigure[])[]): readonly Trend[] {
  const series = new Map<string, TrendFigure[]>()
  for (const figure of waves.flat()) {
    const key = `${figure.indicator} ${figure.population}`
    series.set(key, [...(series.get(key) ?? []), figure])
  }
  const inOrder = [...series.values()].toSorted(([one], [other]) =>
    one && other ? byIndicatorThenPopulation(one, other) : 0,
  )
  return inOrder.flatMap((figures) => {
    const [first, ...later] = figures
    if (first === undefined || later.length === 0) return []
    const others = later.map((figure, place) => {
      const before = figures[place] ?? first
      return { figure, since: changeBetween(before, figure) }
    })
    return [{ points: [{ figure: first, since: null }, ...others] as const }]
  })
}
