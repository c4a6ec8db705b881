import { marginLevelPercent, shareBounds } from '@/lib/comparison/margin'
import { useTranslations } from '@/lib/i18n/translations'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { usePercent } from './use-figure-words'

const width = 200
const height = 24
const middle = height / 2

interface Props {
  readonly figure: FigureRecord
  /** Number of people asked in the wave; null: not published. */
  readonly sampleSize: number | null
}

/**
 * How precisely a share is known: in words first, then as a picture, from the number of people that was published. Where it was not,
 * that is said, with the number of people of the wave where that was. A share that is published as "more than" has no margin.
 */
export function FigureMargin({ figure, sampleSize }: Props) {
  const t = useTranslations('margin')
  const percent = usePercent()
  const { baseSize, sharePercent, qualifier } = figure
  if (baseSize === null) return <p className="hint">{t('unknown', { asked: sampleSize ?? 0 })}</p>
  if (qualifier === 'more_than') return null
  const { low, high } = shareBounds(sharePercent, baseSize)
  const x = (share: number) => (share / 100) * width
  return (
    <div className="figure-margin">
      <p>
        {t('words', {
          count: baseSize,
          low: percent(low),
          high: percent(high),
          level: percent(marginLevelPercent),
        })}
      </p>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <path className="trend-axis" d={`M0 ${middle}H${width}`} />
        <path className="trend-line" d={`M${x(low)} ${middle}H${x(high)}`} />
        <circle cx={x(sharePercent)} cy={middle} r="4" />
      </svg>
      <p className="hint">{t('quota')}</p>
    </div>
  )
}
