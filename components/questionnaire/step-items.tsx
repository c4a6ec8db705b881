import { Fragment } from 'react'
import { items, type StepId } from '@/lib/instrument/catalogue'
import type { ConditionId } from '@/lib/instrument/conditions'
import type { QuestionnaireForm } from './form-fields'
import { ItemField } from './item-field'
import { problemSentence, type Problem } from './problem-summary'
import type { Shown } from './use-draft'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly step: StepId
  readonly words: QuestionnaireWords
  readonly form: QuestionnaireForm
  readonly shown: Shown
  readonly isAwake: boolean
  readonly problems: readonly Problem[]
}

/** The questions of a step. What several of them have in common is said above the first. */
export function StepItems({ step, words, form, shown, isAwake, problems }: Props) {
  const asked = items.filter((item) => item.step === step)
  return asked.map((item, index) => {
    const problem = problems.find(({ field }) => field === item.id)
    const { stem, shownWhen } = item
    // Scripts leave out what does not apply: a question that is there need not say when it applies.
    const condition = isAwake || shownWhen === null ? null : words.conditions[shownWhen.id as ConditionId]
    const isFirst = asked[index - 1]?.stem !== stem
    return (
      <Fragment key={item.id}>
        {isFirst && stem !== null && stem !== 'title' && <p className="stem">{words.stems[stem]}</p>}
        <ItemField
          item={item}
          words={words}
          form={form}
          isHidden={isAwake && !shown.items.has(item.id)}
          condition={condition}
          problem={problem ? problemSentence(problem, words) : null}
        />
      </Fragment>
    )
  })
}
