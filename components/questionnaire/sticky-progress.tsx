import { fill } from '@/lib/i18n/fill'
import type { StepId } from '@/lib/instrument/catalogue'
import { progressOf, type PlaceId } from './navigation'
import type { QuestionnaireWords } from './words'

export const progressId = 'progress'

interface Props {
  readonly place: PlaceId
  readonly steps: readonly StepId[]
  readonly words: QuestionnaireWords
}

/** How far the questionnaire has come, always in sight. Those who listen hear it with the heading of each page. */
export function StickyProgress({ place, steps, words }: Props) {
  const { step, total } = progressOf(place, steps)
  return (
    <div className="sticky-progress" aria-hidden="true">
      <span id={progressId}>{fill(words.questionnaire.progress, { step, total })}</span>
      <svg>
        <rect className="whole" width="100%" height="100%" rx="3" />
        <rect className="part" width={`${(100 * step) / total}%`} height="100%" rx="3" />
      </svg>
    </div>
  )
}
