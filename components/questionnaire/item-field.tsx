import { memo } from 'react'
import { useController } from 'react-hook-form'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { ConditionId } from '@/lib/instrument/conditions'
import { choicesOf, choose, preferNotToSay, type Draft } from '@/lib/instrument/draft'
import { valuesInForm, type QuestionnaireForm } from './form-fields'
import { optionLabel } from './option-label'
import { questionFragment } from './use-turning'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly item: CatalogueItem
  readonly words: QuestionnaireWords
  readonly form: QuestionnaireForm
  /** What is chosen in the page as the server sends it. */
  readonly initial: Draft
  readonly isHidden: boolean
  /** Scripts leave out what does not apply: a question that is there need not say when it applies. */
  readonly isAwake: boolean
  /** The sentence of a refused answer. */
  readonly problem: string | null
}

export const fieldId = (item: CatalogueItem) => questionFragment(item.id)

/**
 * One question: a group of radio buttons, or of checkboxes, named by its legend. The form library holds all of its boxes as one
 * list: told of them one by one, it takes a box that is ticked before the others are there for a single one.
 */
export const ItemField = memo(function ItemField({
  item,
  words,
  form,
  initial,
  isHidden,
  isAwake,
  problem,
}: Props) {
  const { questionnaire, questions, conditions, options } = words
  const isSingle = item.kind === 'single'
  const id = fieldId(item)
  const { field } = useController({
    name: item.id,
    control: form.control,
    defaultValue: initial[item.id] ?? [],
  })
  const chosen = field.value as readonly string[]

  const condition = !isAwake && item.shownWhen ? conditions[item.shownWhen.id as ConditionId] : null
  return (
    <fieldset
      className="question"
      id={id}
      hidden={isHidden}
      aria-describedby={condition === null ? undefined : `${id}-condition`}
    >
      {/* All that is heard with the name of the group: screen readers leave out what only describes one. */}
      <legend>
        <span>{questions[item.id]}</span>
        {!isSingle && <span className="hint several">{questionnaire.several}</span>}
        {problem !== null && <span className="problem">{problem}</span>}
      </legend>
      {condition !== null && (
        <p id={`${id}-condition`} className="hint condition">
          {condition}
        </p>
      )}
      {choicesOf(item).map((value) => (
        <label key={value} className={value === preferNotToSay ? 'choice choice-apart' : 'choice'}>
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={item.id}
            value={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              field.onChange(choose(item, valuesInForm(form, item.id), value, target.checked))
            }
          />
          <span>
            {value === preferNotToSay ? questionnaire.preferNotToSay : optionLabel(options, item, value)}
          </span>
        </label>
      ))}
    </fieldset>
  )
})
