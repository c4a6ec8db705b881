import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { mondayOf } from '@/lib/counts/week-days'
import { datedBars, type WeekBars } from './week-bars-scale'

/** Bars over time, with lines at round numbers of responses per week. Says nothing that the table does not say. */
export function WeekBarsPicture({ bars, ticks }: WeekBars) {
  const t = useTranslations('admin.dashboard.responses')
  const format = useFormatter()
  const dateWords = useDateWords()
  const top = ticks.at(-1) ?? 1
  const day = (week: string) => dateWords(mondayOf(week), { day: 'numeric', month: 'short' })
  return (
    <div className="week-bars" aria-hidden="true">
      <p>{t('axis')}</p>
      <svg focusable="false">
        {ticks.map((tick) => {
          const y = `${100 - (100 * tick) / top}%`
          return (
            <g key={tick}>
              <line className="tick" x1="0" x2="100%" y1={y} y2={y} />
              <text className="tick-label" x="-8" y={y} dy="0.35em" textAnchor="end">
                {format.number(tick)}
              </text>
            </g>
          )
        })}
        {bars.map(({ block, xPercent, widthPercent, heightPercent }) => (
          <rect
            key={block.firstWeek}
            className="bar"
            x={`${xPercent}%`}
            y={`${100 - heightPercent}%`}
            width={`${widthPercent}%`}
            height={`${heightPercent}%`}
          />
        ))}
        <line className="base" x1="0" x2="100%" y1="100%" y2="100%" />
        {datedBars(bars).map(({ block, xPercent }) => (
          <svg key={block.firstWeek} x={`${xPercent}%`} y="100%" overflow="visible">
            <line className="base" x1="0" x2="0" y1="0" y2="6" />
            <text x="0" y="0" dy="1.6em">
              {day(block.firstWeek)}
            </text>
          </svg>
        ))}
      </svg>
    </div>
  )
}
