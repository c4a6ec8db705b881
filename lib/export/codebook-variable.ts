import { missingCodes, type MissingKind } from './codes'
import { missingKindsOf } from './cells'
import { element, textElement } from './html'
import { answerLabel, conditionLabel, labelOf, questionOf } from './labels'
import { shareText } from './share-text'
import type { VariableTally } from './tally'
import { columnsOf, columnValues, type Variable } from './variables'
import type { LanguageWords } from './words'

interface Line {
  readonly code: string
  readonly id: string
  readonly label: string
  readonly count: number
}

/** The lines of a variable's table: its answers, then the reasons for which there can be none. */
function linesOf(variable: Variable, tally: VariableTally, words: LanguageWords): readonly Line[] {
  const columns = columnsOf(variable)
  const codes =
    variable.kind === 'single'
      ? columns.flatMap(columnValues).map(({ code }) => String(code))
      : columns.map(({ name }) => name)
  const answers = variable.options.map((id, place) => ({
    code: codes[place] ?? '',
    id,
    label: answerLabel(variable, id, words),
    count: tally.answers.get(id) ?? 0,
  }))
  const missing = (kind: MissingKind): Line => ({
    code: missingCodes[kind] || words.export.emptyCell,
    id: kind === 'unanswered' ? 'null' : kind,
    label: words.export.missing[kind],
    count: tally.missing[kind],
  })
  return [...answers, ...missingKindsOf(variable).map(missing)]
}

function table(variable: Variable, lines: readonly Line[], records: number, words: LanguageWords): string {
  const { codebook } = words.export
  const code = variable.kind === 'single' ? codebook.code : codebook.column
  const head = [code, codebook.optionId, codebook.answer, codebook.count, codebook.share]
  const rows = lines.map(({ code: written, id, label, count }) =>
    element(
      'tr',
      {},
      textElement('th', written, { scope: 'row' }),
      textElement('td', id),
      textElement('td', label),
      textElement('td', String(count), { class: 'count' }),
      textElement('td', shareText(count, records, words.language), { class: 'count' }),
    ),
  )
  return element(
    'table',
    {},
    textElement('caption', variable.name),
    element('thead', {}, element('tr', {}, ...head.map((text) => textElement('th', text, { scope: 'col' })))),
    element('tbody', {}, ...rows),
  )
}

/** The part of the codebook that is about one variable: wording, whom it is asked, options and how often each was chosen. */
export function codebookVariable(
  variable: Variable,
  id: string,
  records: number,
  tally: VariableTally,
  words: LanguageWords,
): string {
  const { codebook } = words.export
  const notes = [
    variable.kind === 'single' ? codebook.single : codebook.multiple,
    ...[conditionLabel(variable, words) ?? []].flat(),
    'column' in variable.field ? codebook.inScheme : codebook.sensitive,
  ]
  return element(
    'section',
    { id },
    textElement('h3', labelOf(variable, words)),
    textElement('p', questionOf(variable, words), { class: 'question' }),
    element('ul', {}, ...notes.map((note) => textElement('li', note))),
    table(variable, linesOf(variable, tally, words), records, words),
  )
}
