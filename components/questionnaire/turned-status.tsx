import { useEffect, useState } from 'react'
import { fill } from '@/lib/i18n/fill'
import type { StepId } from '@/lib/instrument/catalogue'
import { progressOf, type PlaceId } from './navigation'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly isRestored: boolean
  readonly hadAnswers: boolean
  readonly place: PlaceId
  readonly steps: readonly StepId[]
  readonly words: QuestionnaireWords
}

/**
 * Tells those who listen what has changed: which page was turned to, and, after a refresh or a change of language, that
 * the answers are there again. The region is empty at first, because only what comes into one is announced.
 */
export function TurnedStatus({ isRestored, hadAnswers, place, steps, words }: Props) {
  const [first, setFirst] = useState<PlaceId | null>(null)
  const [hasTurned, setTurned] = useState(false)
  const { questionnaire } = words
  useEffect(() => {
    if (!isRestored) return
    if (first === null) setFirst(place)
    else if (first !== place) setTurned(true)
  }, [isRestored, first, place])

  const title = place === 'check' ? questionnaire.checkTitle : words.steps[place].title
  const turned = fill(questionnaire.turned, { title, ...progressOf(place, steps) })
  const arrived = hadAnswers ? questionnaire.restored : ''
  return (
    <p className="visually-hidden" role="status" data-status="turned">
      {first === null ? '' : hasTurned ? turned : arrived}
    </p>
  )
}
