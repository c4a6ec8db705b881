'use client'

import { useEffect } from 'react'

interface Props {
  readonly fragment: string
  /** The id of the element that takes the focus. */
  readonly target: string
}

/** Moves the focus to what a form led to: its button, which had it, is gone. */
export function FocusOnArrival({ fragment, target }: Props) {
  useEffect(() => {
    if (location.hash === `#${fragment}`) document.getElementById(target)?.focus()
  }, [fragment, target])
  return null
}
