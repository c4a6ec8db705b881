import type { MouseEvent, ReactNode } from 'react'

interface Props {
  /** The fragment of the page or question that it leads to. */
  readonly to: string
  /** Turns to it; null until scripts take over, when the browser follows the fragment. */
  readonly goTo: ((fragment: string) => void) | null
  readonly label?: string
  readonly children: ReactNode
}

/** A link to a place of the questionnaire. */
export function PlaceLink({ to, goTo, label, children }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
    if (goTo === null || !isPlain) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a href={`#${to}`} aria-label={label} onClick={follow}>
      {children}
    </a>
  )
}
