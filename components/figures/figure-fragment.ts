import type { Figure } from '@/lib/comparison/figures'
import { fragmentOf } from '@/lib/figure-data/fragment'

/** The fragment that leads to a figure on a page of many: see `fragmentOf`. */
export const figureFragment = ({ indicator, population }: Pick<Figure, 'indicator' | 'population'>): string =>
  fragmentOf({ code: indicator, population })
