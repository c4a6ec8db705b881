import type { StepId } from '@/lib/instrument/catalogue'
import { previousPlace, type PlaceId } from './navigation'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly place: PlaceId
  readonly steps: readonly StepId[]
  readonly homeHref: string
  readonly words: QuestionnaireWords
}

/** The way to the step before, or from the first step to the first page. */
export function BackLink({ place, steps, homeHref, words }: Props) {
  const previous = previousPlace(place, steps)
  return (
    <a className="back" href={previous ? `#${previous}` : homeHref}>
      {previous ? words.questionnaire.back : words.questionnaire.backHome}
    </a>
  )
}
