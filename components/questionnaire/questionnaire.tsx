'use client'

import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type SyntheticEvent } from 'react'
import { fill } from '@/lib/i18n/fill'
import { items, steps } from '@/lib/instrument/catalogue'
import { answersOf, type Draft } from '@/lib/instrument/draft'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { BackLink } from './back-link'
import { CheckAnswers } from './check-answers'
import { ItemField } from './item-field'
import { nextPlace, progressOf, type PlaceId } from './navigation'
import { ProblemSummary, problemSentence } from './problem-summary'
import { StepSection } from './step-section'
import { StickyProgress } from './sticky-progress'
import { TurnedStatus } from './turned-status'
import { useComparison, type ComparisonAction } from './use-comparison'
import { useDraft, type SentDraft } from './use-draft'
import { usePageTitle } from './use-page-title'
import { useTurning } from './use-turning'
import type { QuestionnaireWords } from './words'

interface Props {
  readonly words: QuestionnaireWords
  readonly action: ComparisonAction
  readonly initial: Draft
  readonly homeHref: string
}

/**
 * The questionnaire. As the server sends it, it is one long form that works by itself; once awake it shows a page at a
 * time, remembers the answers in the tab and leaves out what does not apply.
 */
export function Questionnaire({ words, action, initial, homeHref }: Props) {
  const page = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const { formAction, refusedOnServer, refused, isPending, ask } = useComparison(action)
  const [sent] = useState<SentDraft>(() => {
    if (refusedOnServer) return { draft: refusedOnServer.draft, from: 'refusal' }
    return { draft: initial, from: Object.keys(initial).length > 0 ? 'comparison' : 'nothing' }
  })
  const { form, shown, visited, isRestored, hadAnswers, draft, visit } = useDraft(page, sent)
  const { place, goTo } = useTurning(shown.steps, isRestored, heading)
  const problems = refused?.problems ?? []
  const ui = words.questionnaire

  useEffect(() => {
    if (isRestored) visit(place)
  }, [isRestored, place, visit])
  useEffect(() => {
    if (refused) summary.current?.focus()
  }, [refused])

  const titleOf = (id: PlaceId) => (id === 'check' ? ui.checkTitle : words.steps[id].title)
  const stepTitle = fill(ui.stepPageTitle, { title: titleOf(place), ...progressOf(place, shown.steps) })
  const siteTitle = fill(words.titleTemplate, { title: stepTitle })
  const title = problems.length > 0 ? fill(words.problems.pageTitle, { title: siteTitle }) : siteTitle
  usePageTitle(isRestored ? title : null)

  const follow = (event: MouseEvent<HTMLFormElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
    if (!isRestored || !isPlain || !link?.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    goTo(link.hash.slice(1))
  }
  const continueByEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!isRestored || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    goTo(nextPlace(place, shown.steps, visited))
  }
  const compare = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isPending) ask(applicableAnswers(answersOf(draft())))
  }

  const sectionProps = (id: PlaceId) => ({
    id,
    title: titleOf(id),
    progress:
      shown.steps.some((step) => step === id) || id === 'check'
        ? fill(ui.progress, progressOf(id, shown.steps))
        : '',
    isHidden: isRestored && id !== place,
    headingRef: id === place ? heading : null,
  })
  const pages = (id: PlaceId) => (
    <nav className="pages" aria-label={ui.pages}>
      <a className="button" href={`#${nextPlace(id, shown.steps, visited)}`}>
        {ui.next}
      </a>
      <BackLink place={id} steps={shown.steps} homeHref={homeHref} words={words} />
    </nav>
  )

  return (
    <form
      ref={page}
      className="questionnaire"
      data-awake={isRestored || undefined}
      action={formAction}
      onSubmit={compare}
      onClick={follow}
      onKeyDown={continueByEnter}
      // A browser that fills the form in by itself would bring back what was erased.
      autoComplete={isRestored ? 'off' : undefined}
    >
      {/* Enter in a field presses the form's first button. This one always fails, so that nothing is sent unasked. */}
      <input required hidden />
      <button type="submit" hidden />
      <StickyProgress place={place} steps={shown.steps} words={words} />
      <TurnedStatus
        isRestored={isRestored}
        hadAnswers={hadAnswers}
        place={place}
        steps={shown.steps}
        words={words}
      />
      <ProblemSummary problems={problems} words={words} summaryRef={summary} />
      {steps.map((step) => (
        <StepSection key={step} {...sectionProps(step)} lead={words.steps[step].lead}>
          {items
            .filter((item) => item.step === step)
            .map((item) => {
              const problem = problems.find(({ field }) => field === item.id)
              return (
                <ItemField
                  key={item.id}
                  item={item}
                  words={words}
                  form={form}
                  initial={sent.draft}
                  isHidden={isRestored && !shown.items.has(item.id)}
                  isAwake={isRestored}
                  problem={problem ? problemSentence(problem, words) : null}
                />
              )
            })}
          {pages(step)}
        </StepSection>
      ))}
      <StepSection
        {...sectionProps('check')}
        title={isRestored ? ui.checkTitle : ui.compareTitle}
        lead={isRestored ? ui.checkLead : ''}
      >
        {isRestored && place === 'check' && <CheckAnswers draft={draft()} shown={shown} words={words} />}
        <p>{ui.compareNote}</p>
        <p id="comparing" className="status" role="status">
          {isPending ? ui.comparing : ''}
        </p>
        <div className="pages send">
          <button type="submit" formNoValidate className="button" aria-describedby="comparing">
            {ui.compare}
          </button>
          <BackLink place="check" steps={shown.steps} homeHref={homeHref} words={words} />
        </div>
      </StepSection>
    </form>
  )
}
