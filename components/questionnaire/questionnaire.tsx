'use client'

import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { steps } from '@/lib/instrument/catalogue'
import { answersOf, type Draft } from '@/lib/instrument/draft'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { CheckAnswers } from './check-answers'
import { nextPlace, progressOf, type PlaceId } from './navigation'
import { CompareNow, PageButtons } from './page-buttons'
import { ProblemSummary } from './problem-summary'
import { RestoredStatus } from './restored-status'
import { SendAnswers, SendButton } from './send-answers'
import { StepItems } from './step-items'
import { StepSection } from './step-section'
import { StickyProgress } from './sticky-progress'
import { useComparison, type RefusedComparison } from './use-comparison'
import { useDraft, type SentDraft } from './use-draft'
import { useTurning } from './use-turning'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly words: QuestionnaireWords
  /** The address that the form is posted to. */
  readonly action: string
  /** The answers that were compared, to be changed; empty for a new questionnaire. */
  readonly compared: Draft
  /** Why the form was refused that was just sent without scripts, and what it held; null where none was. */
  readonly refused: RefusedComparison | null
  readonly homeHref: string
}

function sentDraft(compared: Draft, refused: RefusedComparison | null): SentDraft {
  if (refused) return { draft: refused.draft, from: 'refusal' }
  return { draft: compared, from: Object.keys(compared).length > 0 ? 'comparison' : 'nothing' }
}

/**
 * The questionnaire. As the server sends it, it is one long form that works by itself; once awake it shows a page at a
 * time, remembers the answers in the tab and leaves out what does not apply.
 */
export function Questionnaire({ words, action, compared, refused: refusedBefore, homeHref }: Props) {
  const page = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLHeadingElement>(null)
  const { refused, isSending, ask } = useComparison(refusedBefore)
  const [sent] = useState(() => sentDraft(compared, refusedBefore))
  const { form, shown, visited, isRestored, hadAnswers, draft, visit } = useDraft(page, sent)
  const { place, goTo } = useTurning(shown.steps, isRestored, heading)
  const problems = refused?.problems ?? []
  const isChecking = isRestored && place === 'check'
  const ui = words.questionnaire

  useEffect(() => {
    if (isRestored) visit(place)
  }, [isRestored, place, visit])
  useEffect(() => {
    if (refused) summary.current?.focus()
  }, [refused])

  const continueByEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!isRestored || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    goTo(nextPlace(place, shown.steps, visited))
  }
  const compare = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask(event.currentTarget, applicableAnswers(answersOf(draft())))
  }

  const sectionProps = (id: PlaceId) => ({
    id,
    isHidden: isRestored && id !== place,
    headingRef: id === place ? heading : null,
  })
  const pageButtons = (id: PlaceId) => (
    <PageButtons
      place={id}
      steps={shown.steps}
      visited={visited}
      isAwake={isRestored}
      goTo={goTo}
      homeHref={homeHref}
      words={words}
    />
  )

  return (
    <form
      ref={page}
      className="questionnaire"
      data-awake={isRestored || undefined}
      method="post"
      action={action}
      onSubmit={compare}
      onKeyDown={continueByEnter}
      // A browser that fills the form in by itself would bring back what was erased.
      autoComplete={isRestored ? 'off' : undefined}
    >
      {/* Enter in a field presses the form's first button. This one always fails, so that nothing is sent unasked. */}
      <input required hidden />
      <button type="submit" hidden />
      <StickyProgress progress={progressOf(place, visited, answersOf(draft()))} words={words} />
      <RestoredStatus isTold={isRestored && hadAnswers} words={ui.restored} />
      <ProblemSummary
        problems={problems}
        goTo={isRestored ? goTo : null}
        words={words}
        headingRef={summary}
      />
      {steps.map((step) => (
        <StepSection
          key={step}
          {...sectionProps(step)}
          title={words.steps[step].title}
          lead={words.steps[step].lead}
        >
          <StepItems
            step={step}
            words={words}
            form={form}
            shown={shown}
            isAwake={isRestored}
            problems={problems}
          />
          <nav className="pages" aria-label={ui.pages}>
            {pageButtons(step)}
          </nav>
          {step !== steps[0] && <CompareNow isAwake={isRestored} goTo={goTo} words={words} />}
        </StepSection>
      ))}
      <StepSection
        {...sectionProps('check')}
        title={isRestored ? ui.checkTitle : ui.compareTitle}
        lead={isRestored ? ui.checkLead : ''}
      >
        <SendAnswers words={words} isSending={isSending} />
        {isChecking && <CheckAnswers draft={draft()} shown={shown} goTo={goTo} words={words} />}
        <div className="pages">
          {isChecking && <SendButton words={words} />}
          {pageButtons('check')}
        </div>
      </StepSection>
    </form>
  )
}
