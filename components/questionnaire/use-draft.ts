import { startTransition, useCallback, useLayoutEffect, useState, type RefObject } from 'react'
import { items, type ItemId, type StepId } from '@/lib/instrument/catalogue'
import { answersOf, withChoicesOnPage, type Draft } from '@/lib/instrument/draft'
import { isShown, shownSteps } from '@/lib/instrument/visibility'
import {
  createQuestionnaireForm,
  draftInForm,
  draftInPage,
  showDraft,
  type QuestionnaireForm,
} from './form-fields'
import type { PlaceId } from './navigation'
import { answersText, readTab, writeTab, type TabState } from './tab-storage'

/** The questions and steps that apply to the answers given so far. */
export interface Shown {
  readonly items: ReadonlySet<ItemId>
  readonly steps: readonly StepId[]
}

/** What the page has chosen in it as the server sends it. */
export interface SentDraft {
  readonly draft: Draft
  /** Nothing; the answers of the comparison, to be changed; or those of a form that was refused. */
  readonly from: 'nothing' | 'comparison' | 'refusal'
}

export interface DraftInTab {
  readonly form: QuestionnaireForm
  readonly shown: Shown
  readonly visited: readonly PlaceId[]
  /** False until what the tab remembers is back on the page. */
  readonly isRestored: boolean
  /** Whether there were answers to bring back. */
  readonly hadAnswers: boolean
  readonly draft: () => Draft
  readonly visit: (place: PlaceId) => void
}

function shownFor(draft: Draft): Shown {
  const answers = answersOf(draft)
  return {
    items: new Set(items.filter((item) => isShown(item, answers)).map((item) => item.id)),
    steps: shownSteps(answers),
  }
}

/**
 * What a person held before this page. Answers that were compared in another tab meanwhile are newer than those of this one;
 * those of a refused form are newer than any.
 */
function heldBefore({ draft, from }: SentDraft, memory: TabState): Draft {
  if (from === 'refusal') return { ...memory.draft, ...draft }
  const isFromElsewhere = from === 'comparison' && memory.compared !== answersText(answersOf(draft))
  return isFromElsewhere ? draft : memory.draft
}

/**
 * The answers in the making: in the form, on the page, and remembered by the tab after every choice. A choice draws
 * nothing anew but its question, unless it changes which questions apply.
 */
export function useDraft(page: RefObject<HTMLFormElement | null>, sent: SentDraft): DraftInTab {
  const [form] = useState(() => createQuestionnaireForm(sent.draft))
  const [shown, setShown] = useState(() => shownFor(sent.draft))
  const [visited, setVisited] = useState<readonly PlaceId[]>([])
  const [isRestored, setRestored] = useState(false)
  const [hadAnswers, setHadAnswers] = useState(false)

  // Before anything else can happen to the page: what was chosen on it is not yet what the form library holds.
  useLayoutEffect(() => {
    const memory = readTab()
    const held = heldBefore(sent, memory)
    let isComplete = false
    const keep = () => {
      if (!isComplete) return
      const draft = draftInForm(form)
      writeTab({ draft })
      const next = shownFor(draft)
      setShown((now) => ([...now.items].join() === [...next.items].join() ? now : next))
    }
    // First of all, since the form library gives its values only once somebody follows them.
    const stop = form.subscribe({ formState: { values: true }, callback: keep })
    const onPage = page.current ? draftInPage(page.current) : sent.draft
    // The form library holds the draft at once; drawing it may take several tasks, so that a slow phone stays at hand.
    startTransition(() => {
      showDraft(form, withChoicesOnPage(held, sent.draft, onPage))
      isComplete = true
      keep()
      setVisited(memory.visited)
      setHadAnswers(Object.keys(held).length > 0)
      setRestored(true)
    })
    return stop
  }, [form, sent, page])

  const draft = useCallback(() => draftInForm(form), [form])
  const visit = useCallback((place: PlaceId) => {
    const before = readTab().visited
    const visitedNow = before.includes(place) ? before : [...before, place]
    writeTab({ visited: visitedNow })
    setVisited(visitedNow)
  }, [])
  return { form, shown, visited, isRestored, hadAnswers, draft, visit }
}
