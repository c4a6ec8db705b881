import type { RefObject } from 'react'
import { isItemId, itemById } from '@/lib/instrument/catalogue'
import type { AnswerProblem } from '@/lib/instrument/answers-schema'
import { fill } from '@/lib/i18n/fill'
import { fieldId } from './item-field'
import { PlaceLink } from './place-link'
import type { QuestionnaireWords } from './words'

/** An answer that was refused, or a server that could not be reached. */
export type Problem = AnswerProblem | { readonly field: ''; readonly reason: 'unreachable' }

/** What is wrong, in words that name the question. */
export function problemSentence(
  { field, reason }: Problem,
  { problems, questions }: QuestionnaireWords,
): string {
  return fill(problems[reason], { field: isItemId(field) ? questions[field] : field })
}

interface Props {
  readonly problems: readonly Problem[]
  readonly goTo: ((fragment: string) => void) | null
  readonly words: QuestionnaireWords
  readonly headingRef: RefObject<HTMLHeadingElement | null>
}

/**
 * The list of what keeps the comparison from being made, each leading to its question. Its heading takes the focus, and is heard
 * with the list.
 */
export function ProblemSummary({ problems, goTo, words, headingRef }: Props) {
  if (problems.length === 0) return null
  return (
    <div className="problem-summary">
      <h2 tabIndex={-1} ref={headingRef} aria-describedby="problem-list">
        {words.problems.title}
      </h2>
      <ul id="problem-list">
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.reason}`}>
            {isItemId(problem.field) ? (
              <PlaceLink to={fieldId(itemById(problem.field))} goTo={goTo}>
                {problemSentence(problem, words)}
              </PlaceLink>
            ) : (
              <span>{problemSentence(problem, words)}</span>
            )}
          </li>
        ))}
      </ul>
      <p>{words.problems.kept}</p>
    </div>
  )
}
