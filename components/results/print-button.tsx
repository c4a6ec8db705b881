'use client'

import { useEffect, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Opens what is folded while the page is printed: not every browser does it by the style sheet. */
function unfoldForPrint(): () => void {
  let folded: readonly HTMLDetailsElement[] = []
  const unfold = () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('main details.theme:not([open])')]
    for (const each of folded) each.open = true
  }
  const fold = () => {
    for (const each of folded) each.open = false
    folded = []
  }
  addEventListener('beforeprint', unfold)
  addEventListener('afterprint', fold)
  return () => {
    removeEventListener('beforeprint', unfold)
    removeEventListener('afterprint', fold)
  }
}

/** Prints the page, where scripts run. It has its place before they do, so that nothing moves when it appears. */
export function PrintButton({ label }: { readonly label: string }) {
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  useEffect(unfoldForPrint, [])
  return (
    <button
      type="button"
      className={isAwake ? 'button-quiet' : 'button-quiet awaits-scripts'}
      onClick={() => print()}
    >
      {label}
    </button>
  )
}
