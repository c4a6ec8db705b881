import type { ReactNode, RefObject } from 'react'

interface Props {
  readonly id: string
  readonly title: string
  /** "Step 3 of 12"; left out of the long form. */
  readonly progress: string
  readonly lead: string
  readonly isHidden: boolean
  readonly headingRef: RefObject<HTMLHeadingElement | null> | null
  readonly children: ReactNode
}

/** One page of the questionnaire, addressed by its fragment. Its heading takes the focus when the page is turned. */
export function StepSection({ id, title, progress, lead, isHidden, headingRef, children }: Props) {
  return (
    <section id={id} className="step" aria-labelledby={`${id}-title`} hidden={isHidden}>
      <h2 id={`${id}-title`} tabIndex={-1} ref={headingRef}>
        <span className="progress visually-hidden">{progress} </span>
        {title}
      </h2>
      <p className="lead">{lead}</p>
      {children}
    </section>
  )
}
