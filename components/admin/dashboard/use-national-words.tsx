import type { ReactNode } from 'react'
import { useFigureWords } from '@/components/figures/use-figure-words'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownPair } from '@/lib/participation/dashboard-view'

/** A published share with all that limits it: "about such a share (disputed)". */
export function useNationalWords(): (pair: ShownPair) => ReactNode {
  const t = useTranslations('admin.dashboard.beside')
  const figureWords = useFigureWords()
  return ({ figure, tool }) => (
    <>
      <SeparateTexts>
        {t.rich('nationalShare', {
          ...figureWords(figure, tool),
          strong: (words) => <strong>{words}</strong>,
        })}
      </SeparateTexts>
      {figure.status === 'disputed' && <span>{` ${t('disputed')}`}</span>}
    </>
  )
}
