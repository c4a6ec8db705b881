'use client'

import { useSyncExternalStore } from 'react'
import { readTab } from './tab-storage'

interface Props {
  readonly href: string
  readonly start: string
  readonly resume: string
}

const neverChanges = () => () => undefined

/** The page that was reached, where this tab remembers answers; null where it remembers none. */
function placeReached(): string | null {
  const { draft, visited } = readTab()
  return Object.keys(draft).length > 0 ? (visited.at(-1) ?? '') : null
}

/** The way to the questionnaire; back to the page that was reached where the tab remembers answers. */
export function StartLink({ href, start, resume }: Props) {
  const place = useSyncExternalStore(neverChanges, placeReached, () => null)
  return (
    <a className="button" href={place ? `${href}#${place}` : href}>
      {place === null ? start : resume}
    </a>
  )
}
