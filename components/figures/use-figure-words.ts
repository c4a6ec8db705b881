import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import type { Figure } from '@/lib/comparison/figures'
import { familyOf } from '@/lib/comparison/families'
import { indicatorOf } from '@/lib/comparison/indicators'
import type { Tool } from '@/lib/instrument/tools'

/** A share as it is published, with its sign. */
export function usePercent(): (sharePercent: number) => string {
  const format = useFormatter()
  return (sharePercent) => format.number(sharePercent / 100, { style: 'percent', maximumFractionDigits: 1 })
}

/** The parts of the sentence that tells a figure: "about | such a share | of French people | have ever used it | (disputed)". */
export function useFigureWords(): (
  figure: Figure,
  tool: Tool | null,
) => {
  qualifier: Figure['qualifier']
  status: Figure['status']
  share: string
  population: string
  statement: string
} {
  const t = useTranslations()
  const percent = usePercent()
  const format = useFormatter()
  return (figure, tool) => {
    const about = indicatorOf(figure.indicator).statements.flatMap((each) => each.tool ?? [])
    const named = (tool === null ? about : [tool]).map((each) => t(`tools.${each}`))
    return {
      qualifier: figure.qualifier,
      status: figure.status,
      share: percent(figure.sharePercent),
      population: t(`populations.${figure.population}`, {
        tool: format.list(named, { type: 'disjunction' }),
      }),
      statement: t(`indicators.${figure.indicator}.statement`),
    }
  }
}

/** What a figure is about, where nothing introduces it: "use a tool for: sleep disorders". */
export function useFigureLabel(): (figure: Pick<Figure, 'indicator'>, tool: Tool | null) => string {
  const t = useTranslations()
  return ({ indicator }, tool) => {
    const isAboutSeveral = indicatorOf(indicator).statements.length > 1
    const label =
      isAboutSeveral && tool !== null ? t(`toolLabels.${tool}`) : t(`indicators.${indicator}.label`)
    return t(`families.${familyOf(indicator)}.one`, { label })
  }
}
