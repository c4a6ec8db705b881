import { memo } from 'react'
import { useWatch } from 'react-hook-form'
import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { choose, preferNotToSay } from '@/lib/instrument/draft'
import { valuesInForm, type QuestionnaireForm } from './form-fields'
import { optionLabel } from './option-label'
import { questionFragment } from './use-turning'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly item: CatalogueItem
  readonly words: QuestionnaireWords
  readonly form: QuestionnaireForm
  readonly isHidden: boolean
  /** When it applies; null where this need not be said. */
  readonly condition: string | null
  /** The sentence of a refused answer. */
  readonly problem: string | null
}

/** The longest words, in characters, of choices that stand side by side: two of them fit on a phone of 360 pixels. */
const shortWords = 17

export const fieldId = (item: CatalogueItem) => questionFragment(item.id)

/**
 * One question: a group of radio buttons, or of checkboxes, named by its legend. The form library holds all of its boxes as one
 * list: told of them one by one, it takes a box that is ticked before the others are there for a single one. Drawn anew only when
 * something of it changes: drawing all questions at once is long on a slow phone.
 */
export const ItemField = memo(function ItemField({ item, words, form, isHidden, condition, problem }: Props) {
  const { questionnaire, questions, rests, options } = words
  const isSingle = item.kind === 'single'
  const id = fieldId(item)
  const chosen = useWatch({ name: item.id, control: form.control, exact: true }) as readonly string[]
  const choice = (value: string, label: string, className: string) => (
    <label key={value} className={className}>
      <input
        type={isSingle ? 'radio' : 'checkbox'}
        name={item.id}
        value={value}
        checked={chosen.includes(value)}
        onChange={({ target }) =>
          form.setValue(item.id, choose(item, valuesInForm(form, item.id), value, target.checked))
        }
      />
      <span>{label}</span>
    </label>
  )

  const choices = optionsOf(item).map((value) => ({ value, label: optionLabel(options, item, value) }))
  const areShort = choices.every(({ label }) => label.length <= shortWords)
  const rest = rests[item.id]
  return (
    <fieldset
      className="question"
      id={id}
      hidden={isHidden}
      aria-describedby={condition === null ? undefined : `${id}-condition`}
    >
      {/* All that is heard with the name of the group: screen readers leave out what only describes one. Those who look have read
          the beginning of the question above. */}
      <legend>
        <span className={rest === undefined ? undefined : 'visually-hidden'}>{questions[item.id]}</span>
        {rest !== undefined && <span aria-hidden="true">{rest}</span>}
        {!isSingle && <span className="hint several">{questionnaire.several}</span>}
        {problem !== null && <span className="problem">{problem}</span>}
      </legend>
      {condition !== null && (
        <p id={`${id}-condition`} className="hint condition">
          {condition}
        </p>
      )}
      <div className={areShort ? 'choices choices-short' : 'choices'}>
        {choices.map(({ value, label }) => choice(value, label, 'choice'))}
      </div>
      {choice(preferNotToSay, questionnaire.preferNotToSay, 'choice choice-apart')}
    </fieldset>
  )
})
