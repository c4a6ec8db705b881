'use client'

import { useState, useSyncExternalStore } from 'react'

interface Props {
  /** The id of the element whose text is copied. */
  readonly of: string
  readonly label: string
  readonly copied: string
}

const neverChanges = () => () => undefined

/** Copies what an element says. Not there where the browser cannot: without scripts, or where the connection is not protected. */
export function CopyButton({ of, label, copied }: Props) {
  const [isCopied, setCopied] = useState(false)
  const canCopy = useSyncExternalStore(
    neverChanges,
    () => navigator.clipboard !== undefined,
    () => false,
  )
  if (!canCopy) return null
  const copy = () => {
    const text = document.getElementById(of)?.textContent ?? ''
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <button type="button" className="button-quiet" onClick={copy}>
        {label}
      </button>
      <span className="status" role="status">
        {isCopied ? copied : ''}
      </span>
    </>
  )
}
