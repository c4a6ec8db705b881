import { byIndicatorThenPopulation } from '@/lib/comparison/figure-order'
import { indicatorOf } from '@/lib/comparison/indicators'
import { themes, type ThemeId } from '@/lib/instrument/catalogue'
import type { ShownPair } from '@/lib/participation/dashboard-view'

export interface ThemePairs {
  readonly theme: ThemeId
  readonly pairs: readonly ShownPair[]
}

/** Pairs under their themes, both in the order of the results page. As there, what only restates other figures is left out. */
export function pairsByTheme(pairs: readonly ShownPair[]): readonly ThemePairs[] {
  const compared = pairs
    .filter(({ figure }) => indicatorOf(figure.indicator).isRestatement !== true)
    .toSorted((one, other) => byIndicatorThenPopulation(one.figure, other.figure))
  return themes
    .map((theme) => ({
      theme,
      pairs: compared.filter(({ figure }) => indicatorOf(figure.indicator).theme === theme),
    }))
    .filter((each) => each.pairs.length > 0)
}
