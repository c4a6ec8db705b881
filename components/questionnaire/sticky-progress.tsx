import { fill } from '@/lib/i18n/fill'
import type { Progress } from './navigation'
import type { QuestionnaireWords } from './words'

export const progressId = 'progress'

interface Props {
  readonly progress: Progress
  readonly words: QuestionnaireWords
}

/** How far the questionnaire has come, always in sight. Those who listen hear it with the heading of each page. */
export function StickyProgress({ progress: { step, total, isAtMost }, words: { questionnaire } }: Props) {
  const sentence = isAtMost ? questionnaire.progressAtMost : questionnaire.progress
  return (
    <div className="sticky-progress" aria-hidden="true">
      <span id={progressId}>{fill(sentence, { step, total })}</span>
      <svg>
        <rect className="whole" width="100%" height="100%" rx="3" />
        <rect className="part" width={`${(100 * step) / total}%`} height="100%" rx="3" />
      </svg>
    </div>
  )
}
