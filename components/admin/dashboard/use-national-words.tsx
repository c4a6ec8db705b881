import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFigureWords } from '@/components/results/use-figure-words'
import type { ShownPair } from '@/lib/participation/dashboard-view'

/** A published share with all that limits it: "about such a share (disputed)". */
export function useNationalWords(): (pair: ShownPair) => ReactNode {
  const t = useTranslations('admin.dashboard.beside')
  const figureWords = useFigureWords()
  return ({ figure, tool }) => (
    <>
      {t.rich('nationalShare', {
        ...figureWords(figure, tool),
        strong: (words) => <strong>{words}</strong>,
      })}
      {figure.status === 'disputed' && <> {t('disputed')}</>}
    </>
  )
}
