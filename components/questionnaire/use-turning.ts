import { useEffect, useRef, type RefObject } from 'react'
import { isItemId, itemById, type StepId } from '@/lib/instrument/catalogue'
import { placeFor } from './navigation'
import { useFragment } from './use-fragment'

const questionPrefix = 'question-'

/** The fragment that leads to one question. */
export const questionFragment = (id: string) => `${questionPrefix}${id}`

function itemIn(fragment: string) {
  const id = fragment.startsWith(questionPrefix) ? fragment.slice(questionPrefix.length) : ''
  return isItemId(id) ? itemById(id) : null
}

/**
 * Turning the pages of the questionnaire: the place that the address names, and the way to another. The heading of a
 * page that was turned to takes the focus, and so does a question that an error leads to.
 */
export function useTurning(
  steps: readonly StepId[],
  isRestored: boolean,
  heading: RefObject<HTMLElement | null>,
) {
  const [fragment, goTo] = useFragment()
  const item = itemIn(fragment)
  const place = placeFor(item?.step ?? fragment, steps)
  const last = useRef<string | null>(null)

  useEffect(() => {
    // A link that was followed while the scripts took over: the framework then wrote back the address of before.
    const followed = isRestored ? document.querySelector('.step:target')?.id : undefined
    if (followed !== undefined && followed !== location.hash.slice(1)) goTo(followed, 'replace')
  }, [isRestored, goTo])

  useEffect(() => {
    if (!isRestored) return
    // An address that names no page, or one that no longer applies, is put right without a step in the history.
    if (fragment !== '' && item === null && fragment !== place) goTo(place, 'replace')
    const here = item ? fragment : place
    const isTurned = last.current !== null && last.current !== here
    last.current = here
    if (!isTurned) return
    // On Back and Forward the browser moves the focus itself, after telling us: ours comes after its.
    const frame = requestAnimationFrame(() => {
      if (item) document.getElementById(fragment)?.querySelector('input')?.focus()
      else turnTo(heading.current)
    })
    return () => cancelAnimationFrame(frame)
  }, [fragment, item, place, isRestored, goTo, heading])

  useEffect(() => {
    // The other language opens on the same page.
    if (!isRestored) return
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = place
  }, [isRestored, place])

  return { place, goTo }
}

function turnTo(heading: HTMLElement | null) {
  scrollTo({ top: 0 })
  heading?.focus({ preventScroll: true })
}
