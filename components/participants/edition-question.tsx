import { Fragment } from 'react'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import type { EditionQuestion as Question } from '@/lib/disclosure/aggregates/edition-themes'
import { isItemId, itemById } from '@/lib/instrument/catalogue'
import { useTranslations } from '@/lib/i18n/translations'
import { openDataOf } from './edition-links'
import type { ShownEdition } from './shown-edition'
import { useAnswerRows } from './use-answer-rows'
import { useAnswerTable } from './use-answer-table'
import { useBesideRows } from './use-beside-rows'
import { useTableWords } from './use-table-words'

interface Props {
  readonly question: Question
  readonly edition: ShownEdition
  readonly before: ShownEdition | null
}

const isSame = (one: PublishedTable) => (other: PublishedTable) =>
  one.item === other.item && one.population === other.population

/** A question of an edition: the published figures, a picture of the answers, and their table with its file. */
export function EditionQuestion({ question: { item, tables, beside }, edition, before }: Props) {
  const t = useTranslations()
  const words = useTableWords()
  const answerRows = useAnswerRows()
  const answerTable = useAnswerTable()
  const besideRows = useBesideRows()
  const name = words.question(item)
  const isMultiple = isItemId(item) && itemById(item).kind === 'multiple'
  const shown = tables.map((table) => ({
    table,
    population: words.population(table),
    earlier: before?.tables.find(isSame(table)) ?? null,
  }))
  const numbers = shown
    .map(({ table, population, earlier }) => {
      const title = population === null ? name : `${name} ${population}`
      const beforeTable = before && earlier && { number: before.number, table: earlier }
      return answerTable(title, table, beforeTable, shown.length === 1).html
    })
    .join('')
  return (
    <div className="edition-question" id={`answers-${item.replaceAll('.', '-')}`}>
      <h4>{name}</h4>
      {beside.length > 0 && (
        <ul className="beside-rows" dangerouslySetInnerHTML={{ __html: besideRows(beside).html }} />
      )}
      {shown.map(({ table, population, earlier }) => (
        <Fragment key={table.population}>
          <p className="hint">
            {[
              population,
              table.base.both !== null && t('participants.answered', { count: table.base.both }),
              isMultiple && t('questionnaire.several'),
            ]
              .filter((part) => part !== null && part !== false)
              .join(' · ')}
          </p>
          <ul className="answer-rows" dangerouslySetInnerHTML={{ __html: answerRows(table, earlier).html }} />
        </Fragment>
      ))}
      <details className="numbers">
        <summary aria-label={t('participants.tableOf', { question: name })}>
          {t('participants.table')}
        </summary>
        <div
          className="answer-tables"
          role="group"
          aria-label={t('participants.tableOf', { question: name })}
          tabIndex={0}
          dangerouslySetInnerHTML={{ __html: numbers }}
        />
        <a href={`${openDataOf(edition)}/aggregates.csv?item=${item}`}>{t('participants.tableCsv')}</a>
      </details>
    </div>
  )
}
