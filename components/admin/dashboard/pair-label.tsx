import { useFigureLabel } from '@/components/figures/use-figure-words'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownPair } from '@/lib/participation/dashboard-view'

/** What a figure is about, and of whom. */
export function PairLabel({ pair }: { readonly pair: ShownPair }) {
  const t = useTranslations()
  const figureLabel = useFigureLabel()
  const { figure, tool } = pair
  return (
    <>
      <span className="figure-label">{figureLabel(figure, tool)}</span>
      {figure.population !== 'french' && <small>{t(`populationLabels.${figure.population}`)}</small>}
    </>
  )
}
