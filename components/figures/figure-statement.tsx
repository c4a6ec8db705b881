import { useTranslations } from '@/lib/i18n/translations'
import { DotPatterns, HundredDots } from './hundred-dots'
import type { ShownFigure } from './shown-figure'

interface Props extends Pick<ShownFigure, 'figure' | 'language'> {
  /** `h1` where nothing else names the page. */
  readonly as?: 'h1' | 'p'
}

/** What a figure says, with a hundred dots. */
export function FigureStatement({ figure, language, as: Element = 'p' }: Props) {
  const t = useTranslations('figures')
  return (
    <>
      <DotPatterns />
      <Element className="figure-sentence">
        {t.rich('sentence', { ...language.parts(figure), strong: (share) => <strong>{share}</strong> })}
      </Element>
      <HundredDots sharePercent={figure.sharePercent} isOwn={false} />
    </>
  )
}
