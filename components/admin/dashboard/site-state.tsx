import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords, useStoredMomentWords } from '@/lib/i18n/use-date-words'

/** What running the site needs to be known. Days are `YYYY-MM-DD`. */
export interface SiteStateView {
  /** `withdrawnCount`: rounded, since the edition before. */
  readonly lastEdition: {
    readonly id: string
    readonly madeOn: string
    readonly withdrawnCount: number
  } | null
  /** Whether the last edition of the wave was made. */
  readonly isOver: boolean
  /** The first day on which the next edition may be made; null for the first one, which waits for responses only. */
  readonly earliestOn: string | null
  readonly hasEnoughWaiting: boolean
  /** How many responses are enough. */
  readonly needed: number
  /** The last day on which answers are contributed; null as long as none was set. */
  readonly lastDay: string | null
  /** When the daily work was last done, and since when its publishing fails, as the log stores it; null: never, or it does not. */
  readonly doneAt: string | null
  readonly isOverdue: boolean
  readonly failedAt: string | null
}

/** How the site is doing between two editions: nothing about answers. */
export function SiteState({ state }: { readonly state: SiteStateView }) {
  const t = useTranslations('admin.dashboard.state')
  const day = useDayWords()
  const moment = useStoredMomentWords()
  const { lastEdition, isOver, earliestOn, needed, lastDay, doneAt, failedAt } = state
  const next = earliestOn === null ? t('first', { needed }) : t('earliest', { day: day(earliestOn) })
  const facts: readonly (readonly [name: string, label: string, fact: string, note?: string])[] = [
    [
      'lastEdition',
      t('lastEdition'),
      lastEdition ? t('edition', { id: lastEdition.id, day: day(lastEdition.madeOn) }) : t('noEdition'),
    ],
    ['nextEdition', t('nextEdition'), isOver ? t('over') : next],
    [
      'waiting',
      t(lastEdition ? 'waiting' : 'waitingFirst'),
      t(state.hasEnoughWaiting ? 'enough' : 'fewer', { needed }),
      t('asOf'),
    ],
    ...(lastEdition
      ? [
          [
            'withdrawn',
            t('withdrawn'),
            t('about', { count: lastEdition.withdrawnCount }),
            t('withdrawnNote'),
          ] as const,
        ]
      : []),
    ...(lastDay === null ? [] : [['lastDay', t('lastDay'), day(lastDay)] as const]),
    ['dailyWork', t('dailyWork'), doneAt ? t('doneAt', { moment: moment(doneAt) }) : t('never')],
  ]
  return (
    <section aria-labelledby="state-title" className="dashboard-part">
      <h2 id="state-title">{t('title')}</h2>
      {failedAt !== null && <p className="problem">{t('failed', { moment: moment(failedAt) })}</p>}
      {state.isOverdue && <p className="problem">{t('overdue')}</p>}
      <dl className="site-state">
        {facts.map(([name, label, fact, note]) => (
          <div key={name} data-fact={name}>
            <dt>{label}</dt>
            <dd>{fact}</dd>
            {note !== undefined && <dd className="hint">{note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
