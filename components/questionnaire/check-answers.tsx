import type { ReactNode } from 'react'
import { itemById, items, type ItemId } from '@/lib/instrument/catalogue'
import { preferNotToSay, type Draft } from '@/lib/instrument/draft'
import { fill } from '@/lib/i18n/fill'
import { optionLabel } from './option-label'
import { PlaceLink } from './place-link'
import type { Shown } from './use-draft'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly draft: Draft
  readonly shown: Shown
  readonly goTo: (fragment: string) => void
  readonly words: QuestionnaireWords
}

function chosenWords(id: ItemId, draft: Draft, { options, questionnaire }: QuestionnaireWords): ReactNode {
  const values = draft[id] ?? []
  if (values.length === 0) return <span className="unanswered">{questionnaire.notAnswered}</span>
  const item = itemById(id)
  return values
    .map((value) =>
      value === preferNotToSay ? questionnaire.preferNotToSay : optionLabel(options, item, value),
    )
    .join(' · ')
}

/** Every question that applies with the answer given, step by step, each step with a way to change it. */
export function CheckAnswers({ draft, shown, goTo, words }: Props) {
  return shown.steps.map((step) => (
    <div key={step} className="check">
      <div className="check-heading">
        <h3>{words.steps[step].title}</h3>
        <PlaceLink
          to={step}
          goTo={goTo}
          label={fill(words.questionnaire.changeStep, { step: words.steps[step].title })}
        >
          {words.questionnaire.change}
        </PlaceLink>
      </div>
      <dl>
        {items
          .filter((item) => item.step === step && shown.items.has(item.id))
          .map((item) => (
            <div key={item.id}>
              <dt>{words.questions[item.id]}</dt>
              <dd data-item={item.id}>{chosenWords(item.id, draft, words)}</dd>
            </div>
          ))}
      </dl>
    </div>
  ))
}
