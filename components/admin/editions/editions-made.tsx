import type { Tool } from '@/lib/instrument/tools'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { useToolList } from './use-tool-list'

/** An edition in the list. Numbers of people are rounded; days are `YYYY-MM-DD`. */
export interface EditionLine {
  readonly id: string
  readonly madeOn: string
  /** Responses after this day are not in it. */
  readonly until: string
  readonly recordCount: number
  readonly waitingCount: number
  readonly withdrawnCount: number
  readonly smallestGroup: number
  readonly tools: readonly Tool[]
}

/** All editions, each with its facts: line by line on a phone, side by side where there is room. */
export function EditionsMade({ editions }: { readonly editions: readonly EditionLine[] }) {
  const t = useTranslations('admin.editions.list')
  const format = useFormatter()
  const day = useDayWords()
  const toolList = useToolList()
  const factsOf = (edition: EditionLine) =>
    ({
      madeOn: day(edition.madeOn),
      until: day(edition.until),
      records: format.number(edition.recordCount),
      waiting: format.number(edition.waitingCount),
      withdrawn: format.number(edition.withdrawnCount),
      smallestGroup: format.number(edition.smallestGroup),
      tools: toolList(edition.tools),
    }) as const
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title">{t('title')}</h2>
      <p className="hint">{t('rounded')}</p>
      <ol className="editions-made">
        {editions.map((edition) => {
          const facts = factsOf(edition)
          return (
            <li key={edition.id}>
              <h3>{t('name', { id: edition.id })}</h3>
              <dl>
                {(Object.keys(facts) as (keyof typeof facts)[]).map((fact) => (
                  <div key={fact} data-fact={fact}>
                    <dt>{t(fact)}</dt>
                    <dd>{facts[fact]}</dd>
                  </div>
                ))}
              </dl>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
