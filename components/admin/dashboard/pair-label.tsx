import { useTranslations } from 'next-intl'
import type { ShownPair } from '@/lib/participation/dashboard-view'

/** What a figure is about, and of whom. */
export function PairLabel({ pair }: { readonly pair: ShownPair }) {
  const t = useTranslations()
  const { figure, tool } = pair
  return (
    <>
      <span>
        {t(`indicators.${figure.indicator}.label`, { tool: tool === null ? '' : t(`tools.${tool}`) })}
      </span>
      {figure.population !== 'french' && <small>{t(`populationLabels.${figure.population}`)}</small>}
    </>
  )
}
