'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * Wakes the buttons beside it, and below what is beside it, that copy what the element of the id in their `data-copies` says: a
 * button that has done so says it to those who look, and a status to those who listen. They stay hidden where the browser cannot copy: without scripts, or where the connection is not protected.
 */
export function CopyButtons({ copied }: { readonly copied: string }) {
  const [count, setCount] = useState(0)
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const { clipboard } = navigator
    const place = status.current?.parentElement
    if (clipboard === undefined || !place) return undefined
    const buttons = [...place.querySelectorAll<HTMLElement>('[data-copies]')]
    for (const button of buttons) button.hidden = false
    const copy = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-copies]') : null
      const text = document.getElementById(button?.dataset['copies'] ?? '')?.textContent
      if (!button || !text) return
      const tell = () => {
        button.textContent = copied
        setCount((before) => before + 1)
      }
      clipboard.writeText(text).then(tell, () => setCount(0))
    }
    place.addEventListener('click', copy)
    return () => place.removeEventListener('click', copy)
  }, [copied])
  return (
    <p className="visually-hidden" role="status" ref={status}>
      <span key={count}>{count > 0 ? copied : ''}</span>
    </p>
  )
}
