'use client'

import { useEffect } from 'react'
import { eraseTab, tabText } from './tab-memory'
import { listenToTabs } from './tab-channel'

interface Props {
  /** What the page shows that may be erased elsewhere: the tab's memory, what the server sent of a session, or nothing. */
  readonly shows: 'tab' | 'session' | 'nothing'
}

/**
 * Forgets what was erased elsewhere. Another tab says so; and a page that the browser keeps to come back to is hidden as it is
 * left, and looked at again before it is shown: the browser would show what was erased in the meantime.
 */
export function Forgetting({ shows }: Props) {
  useEffect(
    () =>
      listenToTabs((message) => {
        if (message === 'erased') eraseTab()
        if (shows === 'session' || (shows === 'tab' && message === 'erased')) location.reload()
      }),
    [shows],
  )
  useEffect(() => {
    if (shows === 'nothing') return undefined
    const root = document.documentElement
    let atLeaving: string | null = null
    const leave = () => {
      atLeaving = tabText()
      root.hidden = true
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      const isSame = shows === 'tab' && atLeaving !== null && atLeaving === tabText()
      if (persisted && !isSame) location.reload()
      else root.hidden = false
    }
    addEventListener('pagehide', leave)
    addEventListener('pageshow', comeBack)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', comeBack)
    }
  }, [shows])
  return null
}
