import { useFormatter, useTranslations } from 'next-intl'
import type { Figure } from '@/lib/comparison/figures'
import type { Tool } from '@/lib/instrument/tools'

/** The parts of the sentence that tells a figure: "about | such a share | of French people | have ever used it". */
export function useFigureWords(): (
  figure: Figure,
  tool: Tool | null,
) => {
  qualifier: Figure['qualifier']
  share: string
  population: string
  statement: string
} {
  const t = useTranslations()
  const format = useFormatter()
  return (figure, tool) => ({
    qualifier: figure.qualifier,
    share: format.number(figure.sharePercent / 100, { style: 'percent', maximumFractionDigits: 1 }),
    population: t(`populations.${figure.population}`, { tool: tool ? t(`tools.${tool}`) : '' }),
    statement: t(`indicators.${figure.indicator}.statement`),
  })
}
