import type { ReactNode } from 'react'

interface Props {
  /** The ids of the elements that are heard with the title on arrival. */
  readonly describedBy: string
  readonly children: ReactNode
}

/** The title of a page that something asked for leads to: those who listen hear it, and what matters most, as they arrive. */
export function ArrivalHeading({ describedBy, children }: Props) {
  return (
    <h1 tabIndex={-1} autoFocus aria-describedby={describedBy}>
      {children}
    </h1>
  )
}
