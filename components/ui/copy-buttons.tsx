'use client'

import { useEffect, useState } from 'react'

/**
 * Wakes the buttons of a page that copy what the element of the id in their `data-copies` says, and tells what was copied. They
 * stay hidden where the browser cannot copy: without scripts, or where the connection is not protected.
 */
export function CopyButtons({ copied }: { readonly copied: string }) {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const { clipboard } = navigator
    if (clipboard === undefined) return undefined
    const buttons = [...document.querySelectorAll<HTMLElement>('[data-copies]')]
    for (const button of buttons) button.hidden = false
    const copy = ({ target }: Event) => {
      const id = target instanceof HTMLElement ? target.dataset['copies'] : undefined
      const text = id === undefined ? null : document.getElementById(id)?.textContent
      if (!text) return
      clipboard.writeText(text).then(
        () => setCount((before) => before + 1),
        () => setCount(0),
      )
    }
    document.addEventListener('click', copy)
    return () => document.removeEventListener('click', copy)
  }, [])
  return (
    <p className="status" role="status">
      <span key={count}>{count > 0 ? copied : ''}</span>
    </p>
  )
}
