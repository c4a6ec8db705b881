import { mondayOf } from '@/lib/counts/week-days'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { datedPlaces, ticksUpTo, type CountedWeek } from './week-bars-scale'

/** Bars over time, one a week, with lines at round numbers. Says nothing that the table does not say. */
export function WeekBars({ weeks }: { readonly weeks: readonly CountedWeek[] }) {
  const t = useTranslations('admin.dashboard.weeks')
  const format = useFormatter()
  const dateWords = useDateWords()
  const ticks = ticksUpTo(Math.max(0, ...weeks.map(({ count }) => count ?? 0)))
  const top = ticks.at(-1) ?? 1
  const xOf = (place: number) => `${(100 * place) / weeks.length}%`
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
        {weeks.map(({ week, count }, place) => {
          const heightPercent = count === null ? 100 : (100 * count) / top
          return (
            <rect
              key={week}
              className={count === null ? 'not-counted' : 'bar'}
              x={xOf(place)}
              y={`${100 - heightPercent}%`}
              width={xOf(1)}
              height={`${heightPercent}%`}
            />
          )
        })}
        <line className="base" x1="0" x2="100%" y1="100%" y2="100%" />
        {datedPlaces(weeks.length).map((place) => (
          <svg key={place} x={xOf(place)} y="100%" overflow="visible">
            <line className="base" x1="0" x2="0" y1="0" y2="6" />
            <text x="0" y="0" dy="1.6em">
              {dateWords(mondayOf(weeks[place]?.week ?? ''), { day: 'numeric', month: 'short' })}
            </text>
          </svg>
        ))}
      </svg>
      <p className="week-legend">
        <svg focusable="false">
          <rect className="not-counted" width="100%" height="100%" />
        </svg>
        <span>{t('running')}</span>
      </p>
    </div>
  )
}
