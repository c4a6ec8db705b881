import { useCallback, useEffect, useState, type RefObject } from 'react'
import { useForm, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { items, type ItemId, type StepId } from '@/lib/instrument/catalogue'
import { answersOf, type Draft } from '@/lib/instrument/draft'
import { isShown, shownSteps } from '@/lib/instrument/visibility'
import { draftInForm, draftInPage, showDraft } from './form-fields'
import type { PlaceId } from './navigation'
import { isTabEmpty, readTab, writeTab } from './tab-storage'

/** The questions and steps that apply to the answers given so far. */
export interface Shown {
  readonly items: ReadonlySet<ItemId>
  readonly steps: readonly StepId[]
}

export interface DraftInTab {
  readonly form: UseFormReturn<FieldValues>
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
 * The answers in the making: in the form, on the page, and remembered by the tab after every choice. A choice draws
 * nothing anew unless it changes which questions apply.
 */
export function useDraft(page: RefObject<HTMLFormElement | null>, initial: Draft): DraftInTab {
  const form = useForm<FieldValues>()
  const [shown, setShown] = useState(() => shownFor(initial))
  const [visited, setVisited] = useState<readonly PlaceId[]>([])
  const [isRestored, setRestored] = useState(false)
  const [hadAnswers, setHadAnswers] = useState(false)

  useEffect(() => {
    const stored = readTab()
    const remembered = Object.keys(stored.draft).length > 0 ? stored.draft : initial
    // Choices made before the scripts arrived are on the page, and newer than what the tab remembers.
    showDraft(form, { ...remembered, ...(page.current ? draftInPage(page.current) : {}) })
    setVisited(stored.visited)
    setHadAnswers(Object.keys(remembered).length > 0)
    setRestored(true)

    const keep = () => {
      const draft = draftInForm(form)
      writeTab({ draft, visited: readTab().visited })
      const next = shownFor(draft)
      setShown((now) => ([...now.items].join() === [...next.items].join() ? now : next))
    }
    keep()
    return form.subscribe({ formState: { values: true }, callback: keep })
  }, [form, initial, page])

  useEffect(() => {
    // A page that comes back from the browser's memory still shows what was erased in the meantime.
    const forget = (event: PageTransitionEvent) => {
      if (event.persisted && isTabEmpty()) location.reload()
    }
    addEventListener('pageshow', forget)
    return () => removeEventListener('pageshow', forget)
  }, [])

  const draft = useCallback(() => draftInForm(form), [form])
  const visit = useCallback(
    (place: PlaceId) => {
      const before = readTab().visited
      const visitedNow = before.includes(place) ? before : [...before, place]
      writeTab({ draft: draftInForm(form), visited: visitedNow })
      setVisited(visitedNow)
    },
    [form],
  )
  return { form, shown, visited, isRestored, hadAnswers, draft, visit }
}
