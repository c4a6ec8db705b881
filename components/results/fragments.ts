import type { ThemeGroup } from '@/lib/comparison/arrange'
import type { Reading } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'

/** The fragment that leads to one reading: a figure about two tools has one for each. */
export function readingFragment({ indicator, population }: Figure, { tool }: Reading): string {
  return ['reading', indicator, population, ...(tool === null ? [] : [tool])].join('-').replaceAll('.', '-')
}

/** The fragment that leads to a theme. */
export const themeFragment = ({ theme }: ThemeGroup) => `theme-${theme}`
