'use client'

import { useSyncExternalStore } from 'react'
import { listenToTabs } from '@/components/layout/tab-channel'
import { eraseTab } from '@/components/layout/tab-memory'
import { readTab } from './tab-storage'

interface Props {
  readonly href: string
  readonly start: string
  readonly resume: string
}

/** Calls `changed` when answers are erased in another tab, and when the browser brings this page back. */
function listen(changed: () => void): () => void {
  const stop = listenToTabs((message) => {
    if (message !== 'erased') return
    eraseTab()
    changed()
  })
  addEventListener('pageshow', changed)
  return () => {
    stop()
    removeEventListener('pageshow', changed)
  }
}

/** The page that was reached, where this tab remembers answers; null where it remembers none. */
function placeReached(): string | null {
  const { draft, visited } = readTab()
  return Object.keys(draft).length > 0 ? (visited.at(-1) ?? '') : null
}

/** The way to the questionnaire; back to the page that was reached where the tab remembers answers. */
export function StartLink({ href, start, resume }: Props) {
  const place = useSyncExternalStore(listen, placeReached, () => null)
  return (
    <a className="button" href={place ? `${href}#${place}` : href}>
      {place === null ? start : resume}
    </a>
  )
}
