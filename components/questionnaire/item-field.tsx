import { memo, type ChangeEvent } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { preferNotToSay, type Draft } from '@/lib/instrument/draft'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { optionLabel } from './option-label'
import { questionFragment } from './use-turning'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly item: CatalogueItem
  readonly words: QuestionnaireWords
  readonly form: UseFormReturn<FieldValues>
  readonly initial: Draft
  readonly isHidden: boolean
  /** Scripts leave out what does not apply: a question that is there need not say when it applies. */
  readonly isAwake: boolean
  /** The sentence of a refused answer. */
  readonly problem: string | null
}

export const fieldId = (item: CatalogueItem) => questionFragment(item.id)

const excludesOthers = (value: string) => value === preferNotToSay || exclusiveOptions.has(value)

/** The controls of the same name that are checked on the page now. */
function checkedLike(control: HTMLInputElement): HTMLInputElement[] {
  const named = control.form?.elements.namedItem(control.name)
  const controls = named instanceof RadioNodeList ? [...named] : [named]
  return controls.filter((each) => each instanceof HTMLInputElement && each.checked) as HTMLInputElement[]
}

/** The form library writes its own values into the controls that it is told of; a choice made earlier must stay. */
const keepingChoice =
  (tell: (control: HTMLInputElement | null) => void) => (control: HTMLInputElement | null) => {
    const checked = control ? checkedLike(control) : []
    tell(control)
    for (const each of checked) each.checked = true
  }

/** One question: a group of radio buttons, or of checkboxes, named by its legend. */
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

  const excludeOthers = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (isSingle || !target.checked) return
    const held: unknown = form.getValues(item.id)
    const others = Array.isArray(held) ? held.filter((value) => !excludesOthers(String(value))) : []
    form.setValue(item.id, excludesOthers(target.value) ? [target.value] : others)
  }
  const { ref, ...control } = form.register(item.id, { onChange: excludeOthers })

  const hints = [
    ...(item.shownWhen && !isAwake
      ? [
          {
            id: `${id}-condition`,
            className: 'hint condition',
            words: conditions[item.shownWhen.id as keyof typeof conditions],
          },
        ]
      : []),
    ...(isSingle ? [] : [{ id: `${id}-several`, className: 'hint', words: questionnaire.several }]),
    ...(problem ? [{ id: `${id}-problem`, className: 'problem', words: problem }] : []),
  ]
  const choices = [
    ...optionsOf(item).map((value) => ({ value, label: optionLabel(options, item, value) })),
    { value: preferNotToSay, label: questionnaire.preferNotToSay },
  ]
  return (
    <fieldset
      className="question"
      id={id}
      hidden={isHidden}
      aria-describedby={hints.map((hint) => hint.id).join(' ') || undefined}
    >
      <legend>{questions[item.id]}</legend>
      {hints.map((hint) => (
        <p key={hint.id} id={hint.id} className={hint.className}>
          {hint.words}
        </p>
      ))}
      {choices.map(({ value, label }) => (
        <label key={value} className={value === preferNotToSay ? 'choice choice-apart' : 'choice'}>
          <input
            {...control}
            ref={keepingChoice(ref)}
            type={isSingle ? 'radio' : 'checkbox'}
            value={value}
            defaultChecked={initial[item.id]?.includes(value) ?? false}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
})
