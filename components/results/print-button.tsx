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

/** Prints the page, where scripts run. */
export function PrintButton({ label }: { readonly label: string }) {
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  useEffect(unfoldForPrint, [])
  if (!isAwake) return null
  return (
    <button type="button" className="button-quiet" onClick={() => print()}>
      {label}
    </button>
  )
}
