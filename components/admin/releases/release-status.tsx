'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

interface Props {
  /** How the release stands. Said when it changes: so no percentages, which would be said without end. */
  readonly words: string
  readonly isPreparing: boolean
}

/** How long the page waits before it looks again, in milliseconds. */
const pauseMs = 2000

/** Whether the site answers: asking for a page of a site that does not would replace this one by the browser's own. */
const answers = async () =>
  fetch(globalThis.location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** How a release stands; while it is prepared, the page is asked for anew again and again, as long as somebody sees it. */
export function ReleaseStatus({ words, isPreparing }: Props) {
  const router = useRouter()
  const status = useRef<HTMLParagraphElement>(null)
  const lastFocused = useRef<EventTarget | null>(null)

  useEffect(() => {
    if (!isPreparing) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(() => void look(), pauseMs)
    }
    const look = async () => {
      if (document.visibilityState === 'visible' && (await answers()) && !isOver) router.refresh()
      if (!isOver) wait()
    }
    const note = ({ target }: FocusEvent) => {
      lastFocused.current = target
    }
    document.addEventListener('focusin', note)
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('focusin', note)
    }
  }, [isPreparing, router])

  useEffect(() => {
    // The button that cancels goes away with the preparation: who was on it would start from the top again.
    const { current } = lastFocused
    if (!isPreparing && current instanceof Node && !current.isConnected) status.current?.focus()
  }, [isPreparing])

  return (
    <p className="release-status" role="status" tabIndex={-1} ref={status}>
      {words}
    </p>
  )
}
