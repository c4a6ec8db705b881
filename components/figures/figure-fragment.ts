import { fragmentOf } from '@/lib/waves/fragment'

interface FigureKey {
  readonly indicator: string
  readonly population: string
}

/** The fragment that leads to a figure on a page of many: see `fragmentOf`. */
export const figureFragment = ({ indicator, population }: FigureKey): string =>
  fragmentOf({ code: indicator, population })
