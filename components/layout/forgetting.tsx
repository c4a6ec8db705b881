'use client'

import { useEffect } from 'react'
import { listenToTabs, tellTabs, type TabMessage } from './tab-channel'
import { eraseTab, tabText } from './tab-memory'

/** What a page shows that may end elsewhere: the tab's memory, the comparison, what an admin's session may see, or nothing. */
export type Shows = 'tab' | 'comparison' | 'admin' | 'nothing'

/** What, told by another tab, means that a page no longer shows what is there. */
const endedBy: Readonly<Record<Shows, readonly TabMessage[]>> = {
  tab: ['erased'],
  comparison: ['erased', 'withdrawn'],
  admin: ['signedOut'],
  nothing: [],
}

const root = () => document.documentElement

/** Asks for the page again, which is not seen until then. */
function showAnew(): void {
  root().hidden = true
  location.reload()
}

/**
 * Forgets what has ended elsewhere. Another tab says so; and a page that the browser keeps to come back to is hidden as it is
 * left, and asked for again before it is shown: the browser would show what was erased in the meantime.
 */
export function Forgetting({ shows }: { readonly shows: Shows }) {
  useEffect(
    () =>
      listenToTabs((message) => {
        if (message === 'erased') eraseTab()
        if (endedBy[shows].includes(message)) showAnew()
      }),
    [shows],
  )
  useEffect(() => {
    if (shows === 'nothing') return undefined
    let atLeaving: string | null = null
    const leave = () => {
      atLeaving = tabText()
      root().hidden = true
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      const isSame = shows === 'tab' && atLeaving !== null && atLeaving === tabText()
      if (persisted && !isSame) showAnew()
      else root().hidden = false
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

/** Tells this browser's other tabs, once the page is there. */
export function Telling({ message }: { readonly message: TabMessage }) {
  useEffect(() => tellTabs(message), [message])
  return null
}
