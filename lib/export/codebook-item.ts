import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { codedAnswers, missingCodes, missingKinds } from './codes'
import { columnsOf, variableName } from './columns'
import { element, textElement } from './html'
import { answerLabel, conditionLabel, labelOf, questionOf } from './labels'
import type { ItemLevel } from './record'
import type { Release } from './release'
import type { ItemTally } from './tally'
import type { LanguageWords } from './words'

interface Line {
  readonly code: string
  readonly id: string
  readonly label: string
  readonly count: number
}

/** The lines of an item's table: its answers, then the reasons for which there is none. */
function linesOf(
  item: CatalogueItem,
  level: ItemLevel,
  tally: ItemTally,
  words: LanguageWords,
): readonly Line[] {
  const codes =
    item.kind === 'single'
      ? codedAnswers(item, level).map(({ id, code }) => ({ id, code: String(code) }))
      : columnsOf(item).map(({ name }, place) => ({ id: optionsOf(item)[place] ?? '', code: name }))
  const answers = level === 'withheld' ? [] : codes
  return [
    ...answers.map(({ id, code }) => ({
      code,
      id,
      label: answerLabel(item, id, words),
      count: tally.answers.get(id) ?? 0,
    })),
    ...missingKinds.map((kind) => ({
      code: missingCodes[kind] || words.export.emptyCell,
      id: kind === 'unanswered' ? 'null' : kind,
      label: words.export.missing[kind],
      count: tally.missing[kind],
    })),
  ]
}

function table(item: CatalogueItem, lines: readonly Line[], { export: { codebook } }: LanguageWords): string {
  const head = [
    item.kind === 'single' ? codebook.code : codebook.column,
    codebook.optionId,
    codebook.answer,
    codebook.count,
  ]
  const rows = lines.map(({ code, id, label, count }) =>
    element(
      'tr',
      {},
      textElement('th', code, { scope: 'row' }),
      textElement('td', id),
      textElement('td', label),
      textElement('td', String(count), { class: 'count' }),
    ),
  )
  return element(
    'table',
    {},
    textElement('caption', variableName(item.id)),
    element('thead', {}, element('tr', {}, ...head.map((text) => textElement('th', text, { scope: 'col' })))),
    element('tbody', {}, ...rows),
  )
}

/** The part of the codebook that is about one item: wording, whom it is asked, how much is told of it, options and counts. */
export function codebookItem(
  item: CatalogueItem,
  id: string,
  release: Release,
  tally: ItemTally,
  words: LanguageWords,
): string {
  const { codebook } = words.export
  const level = release.levels[item.id]
  const notes = [
    item.kind === 'single' ? codebook.single : codebook.multiple,
    conditionLabel(item, words),
    release.quasiIdentifiers.has(item.id) ? codebook.quasiIdentifier : codebook.sensitive,
    { options: codebook.options, usedNow: codebook.grouped, withheld: codebook.withheld }[level],
  ]
  return element(
    'section',
    { id },
    textElement('h3', labelOf(item, words)),
    textElement('p', questionOf(item, words), { class: 'question' }),
    element('ul', {}, ...notes.map((note) => textElement('li', note))),
    table(item, linesOf(item, level, tally, words), words),
  )
}
