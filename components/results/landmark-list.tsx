import { DotPatterns, HundredDots } from '@/components/figures/hundred-dots'
import { useFigureWords } from '@/components/figures/use-figure-words'
import { useTranslations } from '@/lib/i18n/translations'
import type { Comparison } from '@/lib/comparison/compare'
import { isOwn, useSide } from './use-beside'

/** The few figures that everybody sees first: each in a sentence, as a hundred people, with the person's side. */
export function LandmarkList({ landmarks }: { readonly landmarks: readonly Comparison[] }) {
  const t = useTranslations()
  const figureWords = useFigureWords()
  const sideOf = useSide()
  if (landmarks.length === 0) return null
  return (
    <section className="landmarks" aria-labelledby="landmarks-title">
      <h2 id="landmarks-title" className="visually-hidden">
        {t('results.landmarks', { count: landmarks.length })}
      </h2>
      <DotPatterns />
      <ul>
        {landmarks.map(({ figure, readings: [reading] }) => (
          <li
            key={figure.indicator}
            className={isOwn(reading) ? 'own' : undefined}
            data-landmark={figure.indicator}
          >
            <p className="figure-sentence">
              {t.rich('figures.sentence', {
                ...figureWords(figure, reading.tool),
                strong: (share) => <strong>{share}</strong>,
              })}{' '}
              <span className="side">{sideOf(reading)}</span>
            </p>
            <HundredDots sharePercent={figure.sharePercent} isOwn={isOwn(reading)} />
          </li>
        ))}
      </ul>
      <p className="hint">{`${t('figures.oneDot')} ${t('results.neutral')}`}</p>
    </section>
  )
}
