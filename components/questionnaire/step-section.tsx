import type { ReactNode, RefObject } from 'react'
import { progressId } from './sticky-progress'

interface Props {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly isHidden: boolean
  /** The heading of the page that is shown; null on every other. */
  readonly headingRef: RefObject<HTMLHeadingElement | null> | null
  readonly children: ReactNode
}

/**
 * One page of the questionnaire, addressed by its fragment. Its heading takes the focus when the page is turned, and is then
 * heard with how far the questionnaire has come.
 */
export function StepSection({ id, title, lead, isHidden, headingRef, children }: Props) {
  return (
    <section id={id} className="step" hidden={isHidden}>
      <h2 tabIndex={-1} ref={headingRef} aria-describedby={headingRef ? progressId : undefined}>
        {title}
      </h2>
      {lead !== '' && <p className="lead">{lead}</p>}
      {children}
    </section>
  )
}
